"""All kinds of leaks together, planted in any text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.leaks.finding import find_leaks
from incidentrepo.leaks.leak import LeakKind
from tests.leaks.samples import KNOWN, SECRETS

PLANTED = {
    **{secret: LeakKind.SECRET for what, secret in SECRETS.items() if what != "a private key"},
    "10.3.17.9": LeakKind.INTERNAL_HOST,
    "build3.corp.tern.example": LeakKind.INTERNAL_HOST,
    "grafana.internal": LeakKind.INTERNAL_HOST,
    "Ada Pereira": LeakKind.PERSON,
    "@grace": LeakKind.PERSON,
    "ada@tern.example": LeakKind.PERSON,
    "Acme": LeakKind.DENIED_TERM,
    "Hoeve Merelstein": LeakKind.DENIED_TERM,
    "2026-11-02-checkout-errors": LeakKind.INTERNAL_ID,
    "INC-204": LeakKind.INTERNAL_ID,
}
_WORDS = [
    "Some payments failed",
    "for **forty** minutes",
    "- a list",
    "> quoted",
    "`code`",
    "## What happened",
    "é ß 株",
]
_WORDS += [
    "100 % of [users](https://status.example.org/x)",
    "| a | b |",
    "```\nlog\n```",
    "1. &amp; then\\.",
    "\u00ad",
]
_PROSE = st.lists(st.sampled_from(_WORDS)).map(" \n".join)


@given(_PROSE, st.sampled_from(sorted(PLANTED)), _PROSE)
def test_planted(before: str, planted: str, after: str) -> None:
    """
    Whatever stands around it, a leak is found once, where it is, as what it is.
    """
    text = f"{before}\n {planted} \n{after}"

    found = list(find_leaks(text, KNOWN))

    assert [
        (leak.kind, leak.line, leak.column, text[leak.start : leak.start + leak.length]) for leak in found
    ] == [(PLANTED[planted], before.count("\n") + 2, 2, planted)]


@given(_PROSE, st.sampled_from(sorted(PLANTED)))
def test_nothing_is_repeated(prose: str, planted: str) -> None:
    """
    A leak tells nothing of what was found but its sort and its place.
    """
    (leak,) = find_leaks(f"{prose} {planted}", KNOWN)

    assert planted.lower() not in repr(leak).lower()


@given(st.text() | _PROSE)
def test_any_text(text: str) -> None:
    """
    Any text is searched without a word, and places lie inside of it.
    """
    lines = text.split("\n")
    for leak in find_leaks(text, KNOWN):
        assert 0 <= leak.start < leak.start + leak.length <= len(text)
        assert 1 <= leak.column <= len(lines[leak.line - 1])


@pytest.mark.parametrize(
    ("text", "kind"),
    (
        ("on 10.0.**0.17**", LeakKind.INTERNAL_HOST),
        ("on build3.corp.`tern`.example", LeakKind.INTERNAL_HOST),
        ("write to ad**a.x@tern**.example.net.nl", LeakKind.PERSON),
        ("ask @b.<b></b>king", LeakKind.PERSON),
        ("see INC-**204**", LeakKind.INTERNAL_ID),
        ("with pass**word=hunter2a**", LeakKind.SECRET),
    ),
)
def test_markup_hides_nothing(text: str, kind: LeakKind) -> None:
    """
    What emphasis, code or tags stand inside of is read as one word, and found as one.
    """
    assert [leak.kind for leak in find_leaks(text, KNOWN)] == [kind]

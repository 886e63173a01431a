"""Names, handles and e-mail addresses of people."""

import pytest

from incidentrepo.leaks.finding import find_kind
from incidentrepo.leaks.known import know, know_too
from incidentrepo.leaks.leak import LeakKind
from incidentrepo.model.people import NOBODY
from tests.leaks.samples import KNOWN, PUBLISHING, found_in


def found(text: str) -> list[tuple[str, str]]:
    return [
        (leak.what, text[leak.start : leak.start + leak.length])
        for leak in find_kind(LeakKind.PERSON, text, KNOWN)
    ]


@pytest.mark.parametrize(
    "name",
    (
        "Ada Pereira",
        "ada pereira",
        "ADA PEREIRA",
        "Ada\nPereira",
        "Ada\u00a0Pereira",
        "Ada **Pereira",
        "Ada              Pereira",
        "Ada\n              Pereira",
        "Pereira,\n              Ada",
        "A.\n              Pereira",
        "Ada M. Pereira",
        'Ada "Countess" Pereira',
        "Ada van Pereira",
        "Pereira, Ada",
        "A. Pereira",
        "ada.pereira",
        "\u0410d\u0430 Perei\u00adra",
        "Adá Pereira",
        "Ada&nbsp;Pereira",
        "Noor el-Haddawi",
    ),
)
@pytest.mark.parametrize("frame", ("{}", "Then {} found it.", "- {}: restarted", "> {}"))
def test_names(name: str, frame: str) -> None:
    """
    A full name is found however it is written.
    """
    assert found(frame.format(name)) == [("a person's name", name)]


@pytest.mark.parametrize(
    ("text", "what", "span"),
    (
        ("thanks @grace!", "a person's handle", "@grace"),
        ("b.king did", "a person's handle", "b.king"),
        ("by grace-tern.", "a person's handle", "grace-tern"),
        ("https://github.com/ada-tern/x", "a person's handle", "ada-tern"),
        ("joe@elsewhere.example", "an e-mail address", "joe@elsewhere.example"),
        ("[us](mailto:ada@tern.example)", "an e-mail address", "ada@tern.example"),
        ("ada%40tern.example", "an e-mail address", "ada%40tern.example"),
        ("<ada&#64;tern.example>", "an e-mail address", "ada&#64;tern.example"),
    ),
)
def test_handles_and_addresses(text: str, what: str, span: str) -> None:
    """
    So are a handle that is no ordinary word, and everybody's address.
    """
    assert found(text) == [(what, span)]


@pytest.mark.parametrize(
    "text",
    (
        "with grace, noor and Ada, who is on call; Cher sang",
        "Mail security@tern.example, support@elsewhere.example or seeds@tern.example",
        "you@example.com, logo@2x.png, react@18.2.0, @status@mastodon.example",
        "Ada has a king. Pereira is a town",
        "grace period; odum",
        "git@github.com:tern/x.git",
        "a. pereira in small letters is no initial",
    ),
)
def test_what_is_nobody(text: str) -> None:
    """
    First names, ordinary words, tasks' addresses and those the policy allows are left alone.
    """
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    (
        ("Ada Lund restarted it", ["Ada Lund"]),
        ("ask ada-lund, or @tariq", ["ada-lund", "@tariq"]),
        ("a tariq is a dove; Lund is a town", []),
    ),
)
def test_who_took_part(text: str, found: list[str]) -> None:
    """
    Where nobody is declared, those whom the incident names are people all the same, by handle and name.
    """
    known = know_too(know(NOBODY, PUBLISHING), {"ada-lund", "tariq"})

    assert found_in(text, LeakKind.PERSON, known) == found


def test_who_took_part_and_is_not_declared() -> None:
    """
    Where people are declared, another's handle is looked for, and not taken for a name: it may be a team's.
    """
    known = know_too(KNOWN, {"data-team"})

    assert found_in("our data team, and data-team", LeakKind.PERSON, known) == ["data-team"]
    assert found_in("Ada Pereira", LeakKind.PERSON, known) == ["Ada Pereira"]

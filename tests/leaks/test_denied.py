"""Terms that the policy denies, such as customers' names."""

import pytest

from incidentrepo.leaks.leak import LeakKind
from tests.leaks.samples import found_in


def found(text: str) -> list[str]:
    return found_in(text, LeakKind.DENIED_TERM)


@pytest.mark.parametrize(
    "term",
    (
        "Acme",
        "ACME",
        "acme",
        "Ac**me",
        "A`cm`e",
        "Ac<b>me",
        "Ac[me",
        "Аcme",  # noqa: RUF001 a Cyrillic letter
        "Ａｃｍｅ",  # noqa: RUF001 wide letters
        "\U0001f170\U0001f172\U0001f17c\U0001f174",
        "\U0001f150\U0001f152\U0001f15c\U0001f154",
        "Ac&#128;me",
        "Ac&#x9F;me",
        "ác\u0301mé",
        "ac\u00adme",
        "ac\u200cme",
        "Ac&shy;me",
        "Ac%6De",
        "\u1d00\u1d04\u1d0d\u1d07",
        "Hoeve Merelstein",
        "Hoeve\nMerelstein",
        "Hoeve\n> Merelstein",
        "Hoeve             Merelstein",
        "Hoeve\n             Merelstein",
        "Hoeve\n> > > > > > Merelstein",
        "hoeve-merelstein",
        "hoevemerelstein",
        "Hoeve&nbsp;Merelstein",
        "Hoeve **Merelstein",
        "C&A",
        "C&amp;A",
        "cafe zoe",
        "Café Zoé",
        "株式会社ゼファー",
    ),
)
@pytest.mark.parametrize(
    "frame", ("{}", "All of {}'s orders", "x_{}_y", "https://{}.example/", "slug: {}-late")
)
def test_terms(term: str, frame: str) -> None:
    """
    A term is found in any case, alphabet, width and markup, across lines, in addresses and slugs.
    """
    assert found(frame.format(term)) == [term]


def test_around_markup() -> None:
    """
    Where Markdown shows one word, it is one.
    """
    assert found("Ac**me** said, [Ac](https://x.example)me too") == ["Ac**me", "Ac](https://x.example)me"]


@pytest.mark.parametrize(
    "text",
    (
        "Acmeology and placme",
        "vitamin C, a glass; c a",
        "Hoeve. Merelstein is elsewhere",
        "a café",
        "Zoé at the café",
    ),
)
def test_parts_of_words(text: str) -> None:
    """
    A part of a word, or the words of a term apart, are no term.
    """
    assert found(text) == []


@pytest.mark.parametrize("mark", "\u2122\u00ae\u00b2\u2074")
def test_marks_behind_a_term(mark: str) -> None:
    """
    The sign of a trademark, and the number of a note, are no part of the word.
    """
    assert found(f"for Acme{mark} alone") == ["Acme"]

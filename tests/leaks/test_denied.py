"""Terms that the policy denies, such as customers' names."""

import pytest

from incidentrepo.leaks.denied import find_denied_terms
from tests.leaks.samples import KNOWN


def found(text: str) -> list[str]:
    return [text[leak.start : leak.start + leak.length] for leak in find_denied_terms(text, KNOWN.terms)]


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
        "ác\u0301mé",
        "ac\u00adme",
        "ac\u200cme",
        "Ac&shy;me",
        "Ac%6De",
        "Hoeve Merelstein",
        "Hoeve\nMerelstein",
        "Hoeve\n> Merelstein",
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

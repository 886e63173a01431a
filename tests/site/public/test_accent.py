"""The organisation's colour, and whether people can read in it."""

import re
from itertools import product

import pytest

from incidentrepo.site.public.accent import contrast, make_accent

WHITE, BLACK, NIGHT = (255.0, 255.0, 255.0), (0.0, 0.0, 0.0), (30.0, 33.0, 41.0)
READABLE = 4.5


def read(colour: str) -> dict[str, tuple[float, float, float]]:
    """Return the colours of the style by their names; of those in two schemes the last is the dark one."""
    style = make_accent(colour).data.decode()
    return {name: parse(value) for name, value in re.findall(r"--md-([a-z-]+): (#[0-9a-f]{6});", style)}


def parse(text: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(text[1:])
    return red, green, blue


def test_contrast() -> None:
    """
    Black on white is 21, and a colour on itself 1; the grey that just passes is #767676.
    """
    assert contrast(WHITE, BLACK) == pytest.approx(21)
    assert contrast(BLACK, BLACK) == 1
    assert contrast(parse("#767676"), WHITE) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("parts", tuple(product(("00", "55", "aa", "ff"), repeat=3)), ids="".join)
def test_any_colour_can_be_read(parts: tuple[str, str, str]) -> None:
    """
    Whatever colour it is, words on it and links in it can be read, by day and by night.
    """
    colour = "#" + "".join(parts)
    style = make_accent(colour).data.decode()
    light, dark = re.findall(r"--md-typeset-a-color: (#[0-9a-f]{6});", style)
    known = read(colour)

    assert known["primary-fg-color"] == parse(colour)
    assert contrast(known["primary-bg-color"], parse(colour)) >= READABLE
    assert contrast(parse(light), WHITE) >= READABLE
    assert contrast(parse(dark), NIGHT) >= READABLE


def test_a_readable_colour_stays() -> None:
    """
    A colour in which text can be read is used as it is.
    """
    assert "--md-typeset-a-color: #1f6f4a;" in make_accent("#1f6f4a").data.decode()

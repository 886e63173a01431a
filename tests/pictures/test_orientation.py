"""Which way up."""

import pytest

from incidentrepo.pictures.orientation import keep_orientation
from tests.pictures.making import make_exif

TURNED = make_exif((0x0112, 3, 1, 8))


@pytest.mark.parametrize("order", ("<", ">"))
def test_turned(order: str) -> None:
    """
    Both orders of bytes are read, and one is written.
    """
    assert keep_orientation(make_exif((0x0100, 3, 1, 5), (0x0112, 3, 1, 8), order=order)) == TURNED


@pytest.mark.parametrize(
    "exif",
    (
        b"",
        b"MM\0*",
        b"MM\0*\xff\xff\xff\xff",
        b"XX\0*" + TURNED[4:],
        TURNED[:-8],
        make_exif((0x0112, 3, 1, 1)),
        make_exif((0x0112, 3, 1, 9)),
        make_exif((0x0112, 4, 1, 6)),
        make_exif((0x0112, 3, 2, 6)),
        make_exif((0x0100, 3, 1, 6)),
    ),
)
def test_upright(exif: bytes) -> None:
    """
    What is upright, says nothing, says it wrongly or is cut short needs no EXIF at all.
    """
    assert keep_orientation(exif) == b""

"""A JPEG's tables."""

import pytest

from incidentrepo.pictures.jpeg_tables import is_in_order
from tests.pictures.making import TOKEN

GOOD = (
    (0xC0, b"\x08\0\1\0\1\1" + bytes(3)),
    (0xC4, b"\0" + b"\2" + bytes(15) + b"ab"),
    (0xC4, (b"\0" + b"\1" + bytes(15) + b"a") * 2),
    (0xDA, b"\1" + bytes(5)),
    (0xDB, bytes(65)),
    (0xDB, b"\x10" + bytes(128) + bytes(65)),
    (0xDC, b"\0\1"),
    (0xDD, b"\0\1"),
)


@pytest.mark.parametrize(("marker", "content"), GOOD)
def test_in_order(marker: int, content: bytes) -> None:
    """
    Each table is what it should be; with a byte more or less it is not, nor with a word behind it.
    """
    assert is_in_order(marker, content)
    assert not is_in_order(marker, content[:-1])
    assert not is_in_order(marker, content + b"\0")
    assert not is_in_order(marker, content + TOKEN)


@pytest.mark.parametrize("marker", sorted({marker for marker, _ in GOOD}))
def test_nothing(marker: int) -> None:
    """
    An empty one is none.
    """
    assert not is_in_order(marker, b"")


def test_too_many_codes() -> None:
    """
    No table has more than 256 codes.
    """
    assert not is_in_order(0xC4, b"\0" + b"\xff\2" + bytes(14) + bytes(257))

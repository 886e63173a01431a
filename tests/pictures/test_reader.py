"""Bytes one after the other."""

import pytest

from incidentrepo.pictures.kept import UnclearPictureError
from incidentrepo.pictures.reader import Reader


def test_reading() -> None:
    """
    Bytes come in their order, up to the last one and not past it.
    """
    reader = Reader(b"abcd", 1)

    assert (reader.byte(), reader.take(2), reader.has_more) == (ord("b"), b"cd", False)
    with pytest.raises(UnclearPictureError):
        reader.take(1)


def test_pieces_without_end() -> None:
    """
    Nobody has it read empty pieces for ever.
    """
    reader = Reader(b"")
    for _ in range(400_000):
        reader.take(0)

    with pytest.raises(UnclearPictureError):
        reader.take(0)

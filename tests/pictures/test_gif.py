"""GIF, block by block."""

import pytest

from incidentrepo.pictures.gif import clean_gif
from incidentrepo.pictures.kept import UnclearPictureError
from tests.pictures.making import TOKEN

HEAD = b"GIF89a\1\0\1\0\x80\0\0" + b"\0\0\0\xff\xff\xff"
IMAGE = b"\x2c\0\0\0\0\1\0\1\0\0\2\2\x44\1\0"
LOOP = b"\x21\xff\x0bNETSCAPE2.0\3\1\0\0\0"
TIMING = b"\x21\xf9\4\0\x0a\0\0\0"
PLAIN = HEAD + LOOP + TIMING + IMAGE + b";"


def block(label: int, *parts: bytes) -> bytes:
    return b"\x21" + bytes((label,)) + b"".join(bytes((len(part),)) + part for part in parts) + b"\0"


@pytest.mark.parametrize(
    ("extra", "sort"),
    (
        (block(0xFE, TOKEN), "a comment"),
        (block(0xFF, b"XMP DataXMP", TOKEN), "XMP"),
        (block(0xFF, b"ICCRGBG1012", TOKEN), "data of some program"),
        (block(0x01, bytes(12), TOKEN), "data of some program"),
        (block(0xF9, TOKEN), "data of some program"),
    ),
)
def test_block(extra: bytes, sort: str) -> None:
    """
    What no picture needs goes, and is named; timing and the number of rounds stay.
    """
    clean = clean_gif(HEAD + extra + LOOP + TIMING + IMAGE + b";")

    assert clean.data == PLAIN
    assert clean.taken_out == (sort,)


def test_loop() -> None:
    """
    How often it is shown stays, and nothing that stands beside it in its block.
    """
    full = block(0xFF, b"NETSCAPE2.0", TOKEN, b"\1\0\0", TOKEN)

    assert clean_gif(HEAD + full + TIMING + IMAGE + b";").data == PLAIN


@pytest.mark.parametrize("data", (PLAIN[:-1], HEAD + b"\x99" + IMAGE + b";", HEAD[:12]))
def test_unclear(data: bytes) -> None:
    """
    Without an end, or with a block that nobody knows, it is refused.
    """
    with pytest.raises(UnclearPictureError):
        clean_gif(data)

"""WebP, chunk by chunk."""

import struct

import pytest

from incidentrepo.pictures.kept import UnclearPictureError
from incidentrepo.pictures.webp import clean_webp
from tests.pictures.making import TOKEN, make_exif, sample

PIXELS = b"VP8L" + struct.pack("<I", 6) + b"\x2f\0\0\0\0\0"


def chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def webp(*chunks: bytes) -> bytes:
    body = b"WEBP" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def head(flags: int) -> bytes:
    return chunk(b"VP8X", bytes((flags,)) + bytes(9))


@pytest.mark.parametrize(
    ("name", "flag", "sort"),
    (
        (b"EXIF", 0x08, "EXIF"),
        (b"XMP ", 0x04, "XMP"),
        (b"ICCP", 0x20, "the texts of its colour profile"),
        (b"junk", 0x00, "data of some program"),
        (b"ANIM", 0x00, "data of some program"),
    ),
)
def test_chunk(name: bytes, flag: int, sort: str) -> None:
    """
    What no pixel needs goes, is named, and is not announced any more.
    """
    clean = clean_webp(webp(head(0x10 | flag), PIXELS, chunk(name, TOKEN)))

    assert clean.data == webp(head(0x10), PIXELS)
    assert clean.taken_out == (sort,)


def test_inside_a_frame() -> None:
    """
    What stands between a film's pixels goes too.
    """
    frame = chunk(b"ANMF", bytes(16) + PIXELS)
    told = chunk(b"ANMF", bytes(16) + PIXELS + chunk(b"junk", TOKEN))

    assert clean_webp(webp(head(2), told)).data == webp(head(2), frame)


def test_the_right_way_up() -> None:
    """
    Of EXIF the way up is left, and announced.
    """
    exif = make_exif((0x0112, 3, 1, 6))
    clean = clean_webp(webp(head(0x08), PIXELS, chunk(b"EXIF", exif + TOKEN)))

    assert clean.data == webp(head(0x08), PIXELS, chunk(b"EXIF", exif))


def test_behind_its_end() -> None:
    """
    What stands behind its end goes.
    """
    assert clean_webp(sample("lossless.webp") + TOKEN).taken_out == ("data behind its end", "XMP")


@pytest.mark.parametrize("data", (webp(), webp(PIXELS)[:-1], webp(PIXELS, b"EXIF\xff\xff\xff\xff")))
def test_unclear(data: bytes) -> None:
    """
    Without pixels, or cut short, it is refused.
    """
    with pytest.raises(UnclearPictureError):
        clean_webp(data)

"""PNG, chunk by chunk."""

import zlib

import pytest

from incidentrepo.pictures.kept import UnclearPictureError
from incidentrepo.pictures.png import clean_png
from tests.pictures.making import TOKEN, make_png, png_chunk


@pytest.mark.parametrize(
    ("chunk", "sort"),
    (
        (png_chunk(b"tEXt", b"Author\0" + TOKEN), "texts"),
        (png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + TOKEN), "texts"),
        (png_chunk(b"zTXt", b"a\0\0" + zlib.compress(TOKEN)), "texts"),
        (png_chunk(b"eXIf", TOKEN), "EXIF"),
        (png_chunk(b"tIME", b"\x07\xea\x0b\x02\x09\x0e\0"), "when it was made"),
        (png_chunk(b"iDOT", TOKEN), "data of some program"),
        (png_chunk(b"gAMA", TOKEN), "data of some program"),
    ),
)
def test_chunk(chunk: bytes, sort: str) -> None:
    """
    What no pixel needs goes, and is named; a known chunk of another length than its own goes too.
    """
    clean = clean_png(make_png(chunk))

    assert clean.data == make_png()
    assert clean.taken_out == (sort,)


def test_resolution() -> None:
    """
    How large it was meant to be goes without a word: every chart says it.
    """
    clean = clean_png(make_png(png_chunk(b"pHYs", bytes(9))))

    assert clean.data == make_png()
    assert clean.taken_out == ()


@pytest.mark.parametrize("chunk", (png_chunk(b"gAMA", b"\0\0\xb1\x8f"), png_chunk(b"sRGB", b"\0")))
def test_colours(chunk: bytes) -> None:
    """
    What colours need stays.
    """
    assert clean_png(make_png(chunk)).data == make_png(chunk)


def test_pixels_that_were_cut_away() -> None:
    """
    Some editors write a smaller picture over a larger one, whose rest stays behind the end: it goes.
    """
    clean = clean_png(make_png() + make_png()[40:])

    assert clean.data == make_png()
    assert clean.taken_out == ("data behind its end",)


def test_behind_the_pixels() -> None:
    """
    What stands behind the packed pixels, within their own chunk, goes.
    """
    packed = zlib.compress(bytes(6))

    assert clean_png(make_png(pixels=packed + TOKEN)).data == make_png()


@pytest.mark.parametrize(
    "data",
    (
        make_png(pixels=zlib.compress(bytes(6) + TOKEN)),
        make_png(pixels=zlib.compress(bytes(5))),
        make_png(pixels=zlib.compress(bytes(6))[:-5]),
        make_png(pixels=TOKEN),
        make_png(png_chunk(b"NEWc", b"")),
        make_png().replace(b"IDAT", b"IDAt"),
        make_png()[:-1],
    ),
)
def test_unclear(data: bytes) -> None:
    """
    More pixels than it says, fewer, none, a chunk that it cannot be shown without, damage: all refused.
    """
    with pytest.raises(UnclearPictureError):
        clean_png(data)

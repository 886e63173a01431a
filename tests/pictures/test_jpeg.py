"""JPEG, segment by segment."""

import pytest

from incidentrepo.pictures.jpeg import clean_jpeg
from incidentrepo.pictures.kept import UnclearPictureError
from tests.pictures.making import TOKEN, jpeg_segment, make_exif, sample

PLAIN = clean_jpeg(sample("progressive.jpg")).data
HEAD, REST = PLAIN[:2], PLAIN[2:]


@pytest.mark.parametrize(
    ("segment", "sort"),
    (
        (jpeg_segment(0xFE, TOKEN), "a comment"),
        (jpeg_segment(0xE1, b"Exif\0\0" + TOKEN), "EXIF"),
        (jpeg_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + TOKEN), "XMP"),
        (jpeg_segment(0xE2, b"MPF\0" + TOKEN), "data of some program"),
        (jpeg_segment(0xED, b"Photoshop 3.0\0" + TOKEN), "data of some program"),
        (jpeg_segment(0xE0, b"JFXX\0" + TOKEN), "data of some program"),
        (jpeg_segment(0xE2, b"ICC_PROFILE\0\1\1" + TOKEN), "the texts of its colour profile"),
    ),
)
def test_segment(segment: bytes, sort: str) -> None:
    """
    What no pixel needs goes, and is named.
    """
    clean = clean_jpeg(HEAD + segment + REST)

    assert clean.data == PLAIN
    assert clean.taken_out == (sort,)


def test_thumbnail() -> None:
    """
    A small copy in its head, which may show what was cut away since, goes.
    """
    head = REST[4:18]
    with_thumbnail = HEAD + jpeg_segment(0xE0, head[:12] + b"\1\1" + TOKEN[:3]) + REST[18:]

    assert clean_jpeg(with_thumbnail).data == PLAIN
    assert clean_jpeg(with_thumbnail).taken_out == ("a thumbnail",)


def test_the_right_way_up() -> None:
    """
    Of EXIF the way up is left, and nothing else.
    """
    exif = b"Exif\0\0" + make_exif((0x0112, 3, 1, 6), (0x0132, 3, 1, 9), order="<") + TOKEN
    clean = clean_jpeg(HEAD + jpeg_segment(0xE1, exif) + REST)

    assert TOKEN not in clean.data
    assert b"Exif\0\0" + make_exif((0x0112, 3, 1, 6)) in clean.data


@pytest.mark.parametrize(
    "data",
    (
        HEAD + b"\xff\xf0\0\2" + REST,
        HEAD + jpeg_segment(0xDB, TOKEN) + REST,
        HEAD + b"\xff\xfe\0\1" + REST,
        HEAD + TOKEN + REST,
        PLAIN[:-2],
        HEAD + b"\xff\xd9",
    ),
)
def test_unclear(data: bytes) -> None:
    """
    An unknown marker, a table that is none, a wrong length, loose bytes, no end, no pixels: all refused.
    """
    with pytest.raises(UnclearPictureError):
        clean_jpeg(data)

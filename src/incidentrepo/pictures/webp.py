"""
WebP: the chunks that its pixels and colours need, and no other.

https://developers.google.com/speed/webp/docs/riff_container gives the layout.
"""

import struct
from collections.abc import Iterator

from incidentrepo.pictures.colour_profile import clean_profile
from incidentrepo.pictures.kept import CleanPicture, Scraps, UnclearPictureError
from incidentrepo.pictures.orientation import keep_orientation
from incidentrepo.pictures.reader import Reader

_HEAD = 12
_PIXELS = frozenset({b"VP8 ", b"VP8L", b"ALPH"})
_SORTS = {b"EXIF": "EXIF", b"XMP ": "XMP", b"ICCP": "the texts of its colour profile"}
_FIXED = {b"VP8X": 10, b"ANIM": 6}
_FRAME_HEAD = 16
# In the flags of VP8X: what stands in the file beside its pixels.
_FLAGS = {b"ICCP": 0x20, b"EXIF": 0x08, b"XMP ": 0x04}


def is_webp(data: bytes) -> bool:
    """Whether it begins as one does."""
    return data[:4] == b"RIFF" and data[8:_HEAD] == b"WEBP"


def clean_webp(data: bytes) -> CleanPicture:
    """Return the picture without all that is not shown; raise UnclearPictureError where it is unclear."""
    (size,) = struct.unpack_from("<I", data, 4)
    whole, scraps = Reader(data), Scraps()
    inside = Reader(whole.take(8 + size), _HEAD)
    if whole.data[whole.position + size % 2 :]:
        scraps.add("data behind its end")
    kept = [one for name, content in _read_chunks(inside) for one in _keep(name, content, scraps)]
    if not any(name in {b"VP8 ", b"VP8L", b"ANMF"} for name, _ in kept):
        raise UnclearPictureError("it holds no pixels")
    body = b"WEBP" + b"".join(_chunk(*one) for one in _correct_flags(kept))
    written = b"RIFF" + struct.pack("<I", len(body)) + body
    return CleanPicture(data=written, suffix="webp", taken_out=tuple(scraps.sorts))


def _read_chunks(reader: Reader) -> Iterator[tuple[bytes, bytes]]:
    while reader.has_more:
        name = reader.take(4)
        (length,) = struct.unpack("<I", reader.take(4))
        yield name, reader.take(length)
        # Each begins at an even place; the last one's filling may be missing.
        if length % 2 and reader.has_more:
            reader.take(1)


def _keep(name: bytes, content: bytes, scraps: Scraps) -> Iterator[tuple[bytes, bytes]]:
    if name in _PIXELS or len(content) == _FIXED.get(name):
        yield name, content
    elif name == b"ANMF":
        frame = Reader(content)
        head = frame.take(_FRAME_HEAD)
        kept = [_chunk(*one) for one in _read_chunks(frame) if _is_pixels(one[0], scraps)]
        yield name, head + b"".join(kept)
    else:
        scraps.add(_SORTS.get(name, "data of some program"))
        yield from _keep_needed(name, content)


def _keep_needed(name: bytes, content: bytes) -> Iterator[tuple[bytes, bytes]]:
    if name == b"ICCP" and (profile := clean_profile(content)):
        yield name, profile
    if name == b"EXIF" and (turned := keep_orientation(content.removeprefix(b"Exif\0\0"))):
        yield name, turned


def _is_pixels(name: bytes, scraps: Scraps) -> bool:
    if name not in _PIXELS:
        scraps.add("data of some program")
    return name in _PIXELS


def _correct_flags(kept: list[tuple[bytes, bytes]]) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks, the first of which speaks of no other than are left."""
    names = {name for name, _ in kept}
    gone = sum(flag for name, flag in _FLAGS.items() if name not in names)
    for name, content in kept:
        flags = bytes((content[0] & ~gone,)) if name == b"VP8X" else content[:1]
        yield name, flags + content[1:]


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)

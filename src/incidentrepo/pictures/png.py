"""
PNG: the chunks that its pixels and colours need, and no other.

https://www.w3.org/TR/png-3/ gives the layout. An animation is shown by its first picture.
"""

import struct
import zlib
from collections.abc import Iterator

from incidentrepo.pictures.colour_profile import clean_profile
from incidentrepo.pictures.kept import CleanPicture, Scraps, UnclearPictureError
from incidentrepo.pictures.orientation import keep_orientation
from incidentrepo.pictures.reader import Reader

SIGNATURE = b"\x89PNG\r\n\x1a\n"
# What is kept as it is, and how long it may be at most.
_KEPT = {
    b"PLTE": 768,
    b"bKGD": 6,
    b"cHRM": 32,
    b"cICP": 4,
    b"gAMA": 4,
    b"sBIT": 4,
    b"sRGB": 1,
    b"tRNS": 256,
}
_SORTS = {
    **dict.fromkeys((b"tEXt", b"zTXt", b"iTXt"), "texts"),
    **dict.fromkeys((b"acTL", b"fcTL", b"fdAT"), "an animation"),
    b"eXIf": "EXIF",
    b"tIME": "when it was made",
    b"iCCP": "the texts of its colour profile",
}
# How large it was meant to be in print, which programs write into every chart and no page asks for.
_DULL = b"pHYs"
_CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
_DEPTHS = frozenset({1, 2, 4, 8, 16})
# Adam7: where each pass begins, and its steps, across and down.
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_MOST_PIXELS = 100_000_000
_PIECE = 1 << 20


def clean_png(data: bytes) -> CleanPicture:
    """Return the picture without all that is not shown; raise UnclearPictureError where it is unclear."""
    reader, scraps = Reader(data, len(SIGNATURE)), Scraps()
    chunks = list(_read_chunks(reader))
    if chunks[0][0] != b"IHDR" or len(chunks[0][1]) != 13:
        raise UnclearPictureError("it does not begin as a PNG does")
    if reader.has_more:
        scraps.add("data behind its end")
    before = [_chunk(*kept) for name, content in chunks[1:] for kept in _keep(name, content, scraps)]
    pixels = _read_pixels(b"".join(content for name, content in chunks if name == b"IDAT"), chunks[0][1])
    written = (SIGNATURE, _chunk(*chunks[0]), *before, _chunk(b"IDAT", pixels), _chunk(b"IEND", b""))
    return CleanPicture(data=b"".join(written), suffix="png", taken_out=tuple(scraps.sorts))


def _read_chunks(reader: Reader) -> Iterator[tuple[bytes, bytes]]:
    name = b""
    while name != b"IEND":
        (length,) = struct.unpack(">I", reader.take(4))
        name, content = reader.take(4), reader.take(length)
        if zlib.crc32(name + content) != struct.unpack(">I", reader.take(4))[0]:
            raise UnclearPictureError("a part of it is damaged")
        yield name, content


def _keep(name: bytes, content: bytes, scraps: Scraps) -> Iterator[tuple[bytes, bytes]]:
    """Yield what is left of one chunk beside the pixels; it stands before them in any case."""
    if name in {b"IDAT", b"IEND"}:
        return
    if name in _KEPT and len(content) <= _KEPT[name]:
        yield name, content
        return
    if name[0:1].isupper():
        raise UnclearPictureError("it has a part that nobody knows")
    if name == _DULL:
        return
    scraps.add(_SORTS.get(name, "data of some program"))
    if name == b"eXIf" and (turned := keep_orientation(content)):
        yield name, turned
    if name == b"iCCP" and (profile := _read_profile(content)):
        yield name, b"icc\0\0" + zlib.compress(profile, 9)


def _read_profile(content: bytes) -> bytes | None:
    try:
        profile = zlib.decompressobj().decompress(content.partition(b"\0")[2][1:], 4 * _PIECE)
    except zlib.error:
        return None
    return clean_profile(profile)


def _read_pixels(packed: bytes, header: bytes) -> bytes:
    """Return the packed pixels, without what may hide behind them."""
    try:
        used, length = _unpack(packed, limit=_pixel_bytes(header))
    except zlib.error as error:
        raise UnclearPictureError("its pixels are damaged") from error
    if length != _pixel_bytes(header):
        raise UnclearPictureError("it does not hold as many pixels as it says")
    return packed[:used]


def _unpack(packed: bytes, *, limit: int) -> tuple[int, int]:
    """Return how many bytes of `packed` are its stream, and how many those hold: hardly past `limit`."""
    stream, length, rest = zlib.decompressobj(), 0, packed
    while not stream.eof and length <= limit:
        piece = stream.decompress(rest, _PIECE)
        if not piece and not stream.unconsumed_tail and not stream.eof:
            raise UnclearPictureError("it ends in the middle")
        length, rest = length + len(piece), stream.unconsumed_tail
    return len(packed) - len(stream.unused_data), length


def _pixel_bytes(header: bytes) -> int:
    width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    if colour not in _CHANNELS or depth not in _DEPTHS or interlaced > 1 or not width or not height:
        raise UnclearPictureError("it does not begin as a PNG does")
    if width * height > _MOST_PIXELS:
        raise UnclearPictureError("it has more than a hundred million pixels")
    bits = depth * _CHANNELS[colour]
    passes = _PASSES if interlaced else ((0, 0, 1, 1),)
    sizes = ((-(-(width - x) // across), -(-(height - y) // down)) for x, y, across, down in passes)
    return sum(rows * (1 + -(-columns * bits // 8)) for columns, rows in sizes if columns > 0 and rows > 0)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

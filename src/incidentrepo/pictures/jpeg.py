"""
JPEG: the segments that its pixels and colours need, and no other.

https://www.w3.org/Graphics/JPEG/itu-t81.pdf gives the layout.
"""

import re
import struct
from collections.abc import Iterator

from incidentrepo.pictures.colour_profile import clean_profile
from incidentrepo.pictures.jpeg_tables import is_in_order
from incidentrepo.pictures.kept import CleanPicture, Scraps, UnclearPictureError
from incidentrepo.pictures.orientation import keep_orientation
from incidentrepo.pictures.reader import Reader

SIGNATURE = b"\xff\xd8\xff"
_SCAN, _END, _COMMENT = 0xDA, 0xD9, 0xFE
# Frames, tables and restart intervals; 0xC8 is reserved, and no browser reads arithmetic coding (0xCC).
_KEPT = frozenset({*range(0xC0, 0xD0), 0xDB, 0xDC, 0xDD, _SCAN}) - {0xC8, 0xCC}
_APPLICATION = range(0xE0, 0xF0)
# In pixels a marker is neither a stuffed byte nor a restart.
_MARKER = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
_EXIF, _XMP, _PROFILE = b"Exif\0\0", b"http://ns.adobe.com/", b"ICC_PROFILE\0"
_LONGEST = 65_519  # bytes of a profile that one segment holds


def clean_jpeg(data: bytes) -> CleanPicture:
    """Return the picture without all that is not shown; raise UnclearPictureError where it is unclear."""
    reader, scraps = Reader(data, 2), Scraps()
    segments = list(_read_segments(reader))
    if reader.has_more:
        scraps.add("data behind its end")
    if not any(marker == _SCAN for marker, _, _ in segments):
        raise UnclearPictureError("it holds no pixels")
    shown = [_segment(marker, content) + scan for marker, content, scan in segments if marker in _KEPT]
    told = [(marker, content) for marker, content, _ in segments if marker not in _KEPT]
    head = [_segment(*kept) for kept in _keep(told, scraps)]
    written = b"".join((b"\xff\xd8", *head, *shown, b"\xff\xd9"))
    return CleanPicture(data=written, suffix="jpg", taken_out=tuple(scraps.sorts))


def _read_segments(reader: Reader) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield marker, content and pixels of each segment before the end; tables and frames go first."""
    while (marker := _read_marker(reader)) != _END:
        if marker not in _KEPT and marker not in _APPLICATION and marker != _COMMENT:
            raise UnclearPictureError("it has a part that nobody knows")
        (length,) = struct.unpack(">H", reader.take(2))
        if length < 2:
            raise UnclearPictureError("a part of it is damaged")
        content = reader.take(length - 2)
        if marker in _KEPT and not is_in_order(marker, content):
            raise UnclearPictureError("a part of it is not what it should be")
        yield marker, content, _read_scan(reader) if marker == _SCAN else b""


def _read_marker(reader: Reader) -> int:
    if reader.byte() != 0xFF:
        raise UnclearPictureError("a part of it is damaged")
    while (marker := reader.byte()) == 0xFF:
        pass
    return marker


def _read_scan(reader: Reader) -> bytes:
    found = _MARKER.search(reader.data, reader.position)
    if found is None:
        raise UnclearPictureError("it ends in the middle")
    # Any number of 0xFF may fill the room before a marker.
    return reader.take(found.start() - reader.position).rstrip(b"\xff")


def _keep(told: list[tuple[int, bytes]], scraps: Scraps) -> Iterator[tuple[int, bytes]]:
    """Yield what colours and the right way up need of what is written beside the pixels."""
    profile = b""
    for marker, content in told:
        if marker == 0xE0 and content.startswith(b"JFIF\0") and len(content) >= 14:
            if len(content) > 14:
                scraps.add("a thumbnail")
            yield marker, content[:12] + b"\0\0"
        elif marker == 0xEE and content.startswith(b"Adobe") and len(content) >= 12:
            yield marker, content[:12]
        elif marker == 0xE2 and content.startswith(_PROFILE):
            scraps.add("the texts of its colour profile")
            profile += content[len(_PROFILE) + 2 :]
        else:
            scraps.add(_sort_of(marker, content))
            turned = keep_orientation(content[len(_EXIF) :]) if content.startswith(_EXIF) else b""
            if marker == 0xE1 and turned:
                yield marker, _EXIF + turned
    yield from _profile_segments(clean_profile(profile) or b"")


def _sort_of(marker: int, content: bytes) -> str:
    if marker == _COMMENT:
        return "a comment"
    if content.startswith(_EXIF):
        return "EXIF"
    return "XMP" if content.startswith(_XMP) else "data of some program"


def _profile_segments(profile: bytes) -> Iterator[tuple[int, bytes]]:
    pieces = [profile[start : start + _LONGEST] for start in range(0, len(profile), _LONGEST)]
    for number, piece in enumerate(pieces, start=1):
        yield 0xE2, _PROFILE + bytes((number, len(pieces))) + piece


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content

"""
A colour profile (ICC) with what colours need: no texts, no makers, no dates.

Screens put their model, and at times their owner, into the profile of every screenshot.
https://www.color.org/specification/ICC.1-2022-05.pdf gives the layout.
"""

import struct

_HEADER = 128
_ENTRY = 12
# What a browser computes colours from; texts, measurements and makers' own tags are not among it.
_TAGS = frozenset(
    b"rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt chad bkpt cicp A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 lumi".split()
)
_TYPES = frozenset({b"XYZ ", b"curv", b"para", b"sf32", b"mft1", b"mft2", b"mAB ", b"mBA ", b"cicp"})
# CMM, date, platform, manufacturer and model, creator and the profile's own id.
_TELLING = ((4, 8), (24, 36), (40, 44), (48, 56), (80, 128))
_MOST_TAGS = 100
_LARGEST = 4_000_000


def clean_profile(profile: bytes) -> bytes | None:
    """Return `profile` with nothing but what colours are made of; None where it is not understood."""
    if not _HEADER + 4 <= len(profile) <= _LARGEST or profile[36:40] != b"acsp":
        return None
    kept = list(_kept_tags(profile))
    if not kept:
        return None
    offset = _HEADER + 4 + _ENTRY * len(kept)
    table, contents = struct.pack(">I", len(kept)), b""
    for name, content in kept:
        table += name + struct.pack(">II", offset + len(contents), len(content))
        contents += content + bytes(-len(content) % 4)
    header = bytearray(profile[:_HEADER])
    for start, end in _TELLING:
        header[start:end] = bytes(end - start)
    header[0:4] = struct.pack(">I", offset + len(contents))
    return bytes(header) + table + contents


def _kept_tags(profile: bytes) -> list[tuple[bytes, bytes]]:
    (count,) = struct.unpack_from(">I", profile, _HEADER)
    kept: dict[bytes, bytes] = {}
    for number in range(min(count, _MOST_TAGS)):
        entry = profile[_HEADER + 4 + number * _ENTRY :][:_ENTRY]
        if len(entry) < _ENTRY:
            break
        start, length = struct.unpack(">II", entry[4:])
        content = profile[start : start + length]
        if entry[:4] in _TAGS and content[:4] in _TYPES and len(content) == length:
            kept.setdefault(entry[:4], content)
    return list(kept.items()) if sum(map(len, kept.values())) <= _LARGEST else []

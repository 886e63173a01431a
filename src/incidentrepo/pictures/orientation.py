"""Which way up a photograph is: the one thing in EXIF that showing it needs."""

import struct

_ORIENTATION = 0x0112
_SHORT = 3
_MOST_ENTRIES = 500


def keep_orientation(exif: bytes) -> bytes:
    """Return EXIF that says which way up and nothing else; nothing where it is upright or not said."""
    turned = _read_orientation(exif)
    if turned is None:
        return b""
    entry = struct.pack(">HHIHxx", _ORIENTATION, _SHORT, 1, turned)
    return b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)


def _read_orientation(exif: bytes) -> int | None:
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(exif[:4])
    if order is None or len(exif) < 8:
        return None
    (offset,) = struct.unpack_from(f"{order}I", exif, 4)
    if offset + 2 > len(exif):
        return None
    (count,) = struct.unpack_from(f"{order}H", exif, offset)
    for number in range(min(count, _MOST_ENTRIES)):
        start = offset + 2 + 12 * number
        if start + 12 > len(exif):
            return None
        tag, sort, values, value = struct.unpack_from(f"{order}HHIH", exif, start)
        if (tag, sort, values) == (_ORIENTATION, _SHORT, 1):
            return value if 2 <= value <= 8 else None
    return None

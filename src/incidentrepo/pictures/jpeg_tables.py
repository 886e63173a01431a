"""Whether a JPEG's tables and heads hold what they are for, to the byte, and nothing beside it."""

from collections.abc import Callable, Mapping

from incidentrepo.pictures.kept import UnclearPictureError
from incidentrepo.pictures.reader import Reader

_HUFFMAN, _SCAN, _QUANTISATION, _LINES, _RESTARTS = 0xC4, 0xDA, 0xDB, 0xDC, 0xDD
_MOST_CODES = 256


def is_in_order(marker: int, content: bytes) -> bool:
    """Whether `content` is what a segment with this marker holds, and nothing more."""
    try:
        return _LAYOUTS.get(marker, _is_frame)(content)
    except UnclearPictureError:
        return False


def _is_frame(content: bytes) -> bool:
    return len(content) > 6 and len(content) == 6 + 3 * content[5]


def _is_scan(content: bytes) -> bool:
    return len(content) > 1 and 1 <= content[0] <= 4 and len(content) == 4 + 2 * content[0]


def _is_quantisation(content: bytes) -> bool:
    reader = Reader(content)
    while reader.has_more:
        # Its upper half says how many bytes a value has.
        reader.take(128 if reader.byte() >> 4 else 64)
    return bool(content)


def _is_huffman(content: bytes) -> bool:
    reader = Reader(content)
    while reader.has_more:
        reader.byte()
        count = sum(reader.take(16))
        if count > _MOST_CODES:
            return False
        reader.take(count)
    return bool(content)


def _is_number(content: bytes) -> bool:
    return len(content) == 2


_LAYOUTS: Mapping[int, Callable[[bytes], bool]] = {
    _HUFFMAN: _is_huffman,
    _SCAN: _is_scan,
    _QUANTISATION: _is_quantisation,
    _LINES: _is_number,
    _RESTARTS: _is_number,
}

"""
GIF: its pictures, their timing and how often they are shown, and no other block.

https://www.w3.org/Graphics/GIF/spec-gif89a.txt gives the layout.
"""

from collections.abc import Iterable, Iterator

from incidentrepo.pictures.kept import CleanPicture, Scraps, UnclearPictureError
from incidentrepo.pictures.reader import Reader

SIGNATURES = (b"GIF87a", b"GIF89a")
_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_TIMING, _COMMENT, _PROGRAM = 0xF9, 0xFE, 0xFF
_LOOPS = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0"})


def clean_gif(data: bytes) -> CleanPicture:
    """Return the picture without all that is not shown; raise UnclearPictureError where it is unclear."""
    reader, scraps = Reader(data), Scraps()
    head = reader.take(13)
    colours = reader.take(_table_length(head[10]))
    blocks = list(_keep_blocks(reader, scraps))
    if reader.has_more:
        scraps.add("data behind its end")
    written = b"".join((head, colours, *blocks, bytes((_END,))))
    return CleanPicture(data=written, suffix="gif", taken_out=tuple(scraps.sorts))


def _keep_blocks(reader: Reader, scraps: Scraps) -> Iterator[bytes]:
    while (sort := reader.byte()) != _END:
        if sort == _IMAGE:
            head = reader.take(9)
            colours = reader.take(_table_length(head[8]) + 1)
            yield bytes((_IMAGE,)) + head + colours + _write_blocks(_read_blocks(reader))
        elif sort == _EXTENSION:
            yield _keep_extension(reader.byte(), list(_read_blocks(reader)), scraps)
        else:
            raise UnclearPictureError("it has a part that nobody knows")


def _keep_extension(label: int, blocks: list[bytes], scraps: Scraps) -> bytes:
    if label == _TIMING and len(blocks) == 1 and len(blocks[0]) == 4:
        return bytes((_EXTENSION, label)) + _write_blocks(blocks)
    if label == _PROGRAM and blocks[:1] and blocks[0] in _LOOPS:
        loops = [block for block in blocks[1:] if len(block) == 3 and block[0] == 1][:1]
        return bytes((_EXTENSION, label)) + _write_blocks([blocks[0], *loops])
    scraps.add(_sort_of(label, blocks))
    return b""


def _sort_of(label: int, blocks: list[bytes]) -> str:
    if label == _COMMENT:
        return "a comment"
    return "XMP" if blocks[:1] == [b"XMP DataXMP"] else "data of some program"


def _table_length(flags: int) -> int:
    """Return how many bytes its table of colours has, if there is one."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _read_blocks(reader: Reader) -> Iterator[bytes]:
    while length := reader.byte():
        yield reader.take(length)


def _write_blocks(blocks: Iterable[bytes]) -> bytes:
    return b"".join((*(bytes((len(block),)) + block for block in blocks), b"\0"))

"""Small pictures, made by hand, with room for what should not be in them."""

import struct
import zlib
from pathlib import Path

SAMPLES = Path(__file__).with_name("samples")
TOKEN = b"TOKENxyz"
"""Stands in the samples in every place beside the pixels."""


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def png_chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def make_png(*extra: bytes, pixels: bytes | None = None, size: tuple[int, int] = (2, 2)) -> bytes:
    """Return a grey PNG with these chunks before its pixels."""
    width, height = size
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packed = zlib.compress(bytes(height * (width + 1))) if pixels is None else pixels
    chunks = (png_chunk(b"IHDR", header), *extra, png_chunk(b"IDAT", packed), png_chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def jpeg_segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def make_exif(*entries: tuple[int, int, int, int], order: str = ">") -> bytes:
    """Return EXIF with these entries: tag, type, count, value."""
    packed = b"".join(struct.pack(f"{order}HHIHxx", *entry) for entry in entries)
    start = b"MM\0*" if order == ">" else b"II*\0"
    return start + struct.pack(f"{order}IH", 8, len(entries)) + packed + bytes(4)

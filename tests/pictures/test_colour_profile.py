"""Colour profiles."""

import struct

from incidentrepo.pictures.colour_profile import clean_profile
from tests.pictures.making import TOKEN

CURVE = b"curv" + bytes(8)


def profile(*tags: tuple[bytes, bytes], told: bytes = bytes(4), count: int | None = None) -> bytes:
    """Return a profile with these tags, and `told` wherever its head names anybody."""
    head = bytearray(128)
    head[36:40] = b"acsp"
    for start in (4, 48, 52, 80):
        head[start : start + 4] = told
    head[16:20] = b"RGB "
    table, contents = struct.pack(">I", len(tags) if count is None else count), b""
    for name, content in tags:
        table += name + struct.pack(">II", 132 + 12 * len(tags) + len(contents), len(content))
        contents += content
    head[0:4] = struct.pack(">I", 132 + 12 * len(tags) + len(contents))
    return bytes(head) + table + contents


def test_colours_alone() -> None:
    """
    Curves and colours stay; texts, makers, and a text that calls itself a curve go.
    """
    desc = (b"desc", b"desc" + TOKEN)
    told = profile(desc, (b"rTRC", CURVE), (b"gTRC", b"text" + TOKEN), (b"vcgt", CURVE), told=TOKEN[:4])

    assert clean_profile(told) == profile((b"rTRC", CURVE))


def test_not_understood() -> None:
    """
    What is no profile, holds no colours, or is cut short is left out whole.
    """
    whole = profile((b"rTRC", CURVE))

    assert clean_profile(b"") is None
    assert clean_profile(whole.replace(b"acsp", b"----")) is None
    assert clean_profile(profile((b"desc", TOKEN))) is None
    assert clean_profile(whole[:-1]) is None
    assert clean_profile(profile(count=2**32 - 1)) is None

"""Pictures of every sort that browsers show, with a token wherever one can stand beside the pixels."""

import random
import time
import zlib
from base64 import b64encode

import pytest

from incidentrepo.pictures.cleaning import clean_picture
from incidentrepo.pictures.kept import UnclearPictureError
from tests.chromium import Pages
from tests.pictures.making import SAMPLES, TOKEN, make_png, png_chunk, sample

NAMES = sorted(path.name for path in SAMPLES.iterdir())
BOMB = zlib.compress(bytes(100_000_000), 9)
HOSTILE = {
    "no picture": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "nothing": b"",
    "large": make_png() + bytes(20_000_000),
    "comments": b"\xff\xd8" + b"\xff\xfe\0\2" * 4_900_000,
    "fill": b"\xff\xd8\xff\xda\0\x08\1\1\0\0?\0" + b"\xff" * 18_000_000,
    "stuffed": b"\xff\xd8\xff\xda\0\x08\1\1\0\0?\0" + b"\xff\0" * 9_000_000,
    "tables": b"\xff\xd8" + b"\xff\xdd\0\4\0\0" * 3_300_000,
    "empty blocks": b"GIF89a" + bytes(7) + b"\x21\xfe\0" * 6_000_000,
    "tiny blocks": b"GIF89a" + bytes(7) + b"\x21\xfe" + b"\1a" * 9_000_000,
    "bomb": make_png(pixels=BOMB),
    "bomb of a profile": make_png(png_chunk(b"iCCP", b"a\0\0" + BOMB), pixels=b""),
    "many pixels": make_png(pixels=b"", size=(1_000_000, 1_000_000)),
    "cut": sample("photograph.webp")[:-20],
}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_left_beside_the_pixels(name: str) -> None:
    """
    No token is left, what is left is left as it is by a second look, and what went is told.
    """
    data = sample(name)
    clean = clean_picture(data)

    assert TOKEN not in clean.data
    assert clean_picture(clean.data).data == clean.data
    assert bool(clean.taken_out) == (clean.data != data) == (TOKEN in data)
    assert clean.suffix == name.rsplit(".", 1)[-1]


def test_looks_the_same(pages: Pages) -> None:
    """
    A browser paints the same pixels, the same way up, for every sample and what is left of it.
    """
    page = pages.open()
    page.set_content("<p>pictures</p>")
    for name in NAMES:
        data = sample(name)
        before, after = (
            page.evaluate(_PAINT, f"data:;base64,{b64encode(one).decode()}")
            for one in (data, clean_picture(data).data)
        )
        assert len(before) > 100, name
        assert before == after, name


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile(name: str) -> None:
    """
    What was made to keep us busy, or is no picture to its last byte, is refused at once.
    """
    started = time.process_time()

    with pytest.raises(UnclearPictureError):
        clean_picture(HOSTILE[name])

    assert time.process_time() - started < 1


def test_any_damage() -> None:
    """
    Whatever happens to its bytes, a picture is refused, or left as it is by a second look.
    """
    chance = random.Random(4)
    for _ in range(4000):
        data = bytearray(sample(chance.choice(NAMES)))
        for _ in range(chance.randint(1, 4)):
            _damage(data, chance)
        try:
            clean = clean_picture(bytes(data))
        except UnclearPictureError:
            continue
        assert clean_picture(clean.data).data == clean.data


def _damage(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    match chance.randrange(4):
        case 0:
            data[at] = chance.randrange(256)
        case 1:
            del data[at + 1 : at + 50]
        case 2:
            data[at:at] = data[: chance.randint(1, 100)]
        case _:
            data[at : at + 4] = chance.choice((b"\xff" * 4, bytes(4), b"\x7f\xff\xff\xff"))


_PAINT = """async address => {
  const image = new Image()
  image.src = address
  await image.decode()
  const canvas = document.createElement("canvas")
  canvas.width = image.naturalWidth
  canvas.height = image.naturalHeight
  const context = canvas.getContext("2d")
  context.drawImage(image, 0, 0)
  const painted = context.getImageData(0, 0, canvas.width, canvas.height).data
  return [canvas.width, canvas.height, ...painted]
}"""

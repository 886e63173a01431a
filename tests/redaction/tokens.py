"""Words that stand nowhere else, and every way in which one could be written."""

import base64
import codecs
import gzip
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from string import ascii_lowercase
from typing import Literal

INTERNAL = "zqxjvk"
"""How each word begins that the world must not read."""
PUBLIC = "wqjxbz"
"""How each word begins that it may."""


@dataclass(slots=True)
class Tokens:
    """Hands out words, each once; `places` says where each one stands."""

    places: dict[str, str] = field(default_factory=dict)
    under: str = ""
    _free: list[str] = field(default_factory=list)
    _ends: Iterator[tuple[str, str]] = field(
        default_factory=lambda: ((one, other) for one in ascii_lowercase for other in ascii_lowercase)
    )

    def new(self, audience: str, place: str) -> str:
        """Return a new word for a value that `audience` may read."""
        end = self._free.pop() if self._free else "".join(next(self._ends))
        token = (PUBLIC if audience == "public" else INTERNAL) + end
        self.places[token] = f"{self.under}{place}"
        return token

    def give_back(self, token: str) -> None:
        """Forget a word that could not be written."""
        del self.places[token]
        self._free.append(token[-2:])

    def of(self, prefix: str) -> list[str]:
        """Return all words that begin so."""
        return sorted(token for token in self.places if token.startswith(prefix))


def _each(form: Literal["&#{};", "&#x{:x};", "\\u{:04x}", "%{:02x}", "={:02X}"]) -> Callable[[str], bytes]:
    return lambda word: "".join(form.format(ord(letter)) for letter in word).encode()


def _base64_at(offset: int) -> Callable[[str], bytes]:
    def encode(word: str) -> bytes:
        """Return those letters that are the same whatever stands before and behind."""
        encoded = base64.b64encode(b"\0" * offset + word.encode())
        first = -(-offset * 8 // 6)
        return encoded[first : (offset + len(word)) * 8 // 6]

    return encode


ENCODINGS: Mapping[str, Callable[[str], bytes]] = {
    "plain": str.encode,
    "base64": _base64_at(0),
    "base64, second": _base64_at(1),
    "base64, third": _base64_at(2),
    "base32": lambda word: base64.b32encode(word.encode())[: len(word) * 8 // 5],
    "hexadecimal": lambda word: word.encode().hex().encode(),
    "percent": _each("%{:02x}"),
    "quoted-printable": _each("={:02X}"),
    "HTML, decimal": _each("&#{};"),
    "HTML, hexadecimal": _each("&#x{:x};"),
    "JSON": _each("\\u{:04x}"),
    "UTF-16, little end": lambda word: word.encode("utf-16-le"),
    "UTF-16, big end": lambda word: word.encode("utf-16-be"),
    "ROT13": lambda word: codecs.encode(word, "rot13").encode(),
    "reversed": lambda word: word[::-1].encode(),
    "full width": lambda word: "".join(chr(ord(letter) + 0xFEE0) for letter in word).encode(),
    "Punycode": lambda word: f"{word}é".encode("punycode"),
    "spaced": lambda word: b" ".join(bytes((letter,)) for letter in word.encode()),
}


def spelt(data: bytes, word: str) -> list[str]:
    """Return in which ways `word` stands in `data`: in any case, and inside what is packed there."""
    texts = [text for layer in layers(data) for text in {layer, layer.lower()}]
    return [name for name, encode in ENCODINGS.items() if any(_holds(text, encode(word)) for text in texts)]


def _holds(text: bytes, written: bytes) -> bool:
    return written in text or written.upper() in text or written.lower() in text


def layers(data: bytes) -> Iterator[bytes]:
    """Yield `data`, and what is packed in it by gzip or, as in a PNG, by zlib."""
    yield data
    if data.startswith(b"\x1f\x8b"):
        yield from layers(gzip.decompress(data))
    if data.startswith(b"\x89PNG"):
        for start in _finds(data, b"\x78"):
            try:
                yield zlib.decompressobj().decompress(data[start:], 10_000_000)
            except zlib.error:
                continue


def _finds(data: bytes, sign: bytes) -> Iterator[int]:
    start = -1
    for _ in count():
        start = data.find(sign, start + 1)
        if start < 0:
            return
        yield start

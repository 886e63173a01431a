"""What a plain (unquoted) YAML scalar means, by the core schema of YAML 1.2.

https://yaml.org/spec/1.2.2/#103-core-schema, with two departures, both towards text.
`.inf` and `.nan`, and numbers that no float can hold (`1e999`), stay text: no field of ours means one,
JSON cannot carry them, and NaN passes a schema's `minimum` unseen; as text, a schema names them where
it wants a number.
"""

import math
import re

Scalar = str | int | float | bool | None

# 64 bits have 19 digits. What is longer is a name made of digits (a card, a parcel), and whoever reads
# our JSON would round it; Python raises ValueError from 4,300 digits on.
MAX_INTEGER_LENGTH = 20

_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NUMBER_STARTS = frozenset("-+.0123456789")


class IntegerTooLongError(ValueError):
    """An integer has more digits than a number that is counted with ever has."""


def resolve_plain(text: str) -> Scalar:
    """Return what a plain scalar means.

    Raises `IntegerTooLongError` for an integer of more than 20 characters.
    """
    if text in _WORDS:
        return _WORDS[text]
    if text[0] not in _NUMBER_STARTS:
        return text
    if _DECIMAL.fullmatch(text):
        return _read_integer(text, base=10)
    if _BASED.fullmatch(text):
        return _read_integer(text, base=0)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return number if math.isfinite(number) else text
    return text


def _read_integer(text: str, *, base: int) -> int:
    if len(text) > MAX_INTEGER_LENGTH:
        raise IntegerTooLongError(text)
    return int(text, base)

"""One scalar as YAML on one line, quoted where it would read as anything but itself.

Quoted too is what our loader takes for text and YAML 1.1, which most tools speak, does not: `no`, `12:30`,
`1_000`. Dates and times stay bare: they are in every record, and read well.
"""

import json
import math
import re

from incidentrepo.documents.scalars import MAX_INTEGER_LENGTH, Scalar, resolve_plain
from incidentrepo.documents.unsafe_text import UNSAFE_IN_VALUE, describe_character
from incidentrepo.errors import UsageError

# https://yaml.org/type/ (bool, int, float, merge, value), with what our own schema calls a number.
_OTHER_THAN_TEXT = re.compile(
    r"""  y | n | yes | no | on | off | true | false | null | ~ | = | <<
        | [-+]? 0b[01_]+ | [-+]? 0x[0-9a-f_]+ | 0o[0-7_]+
        | [-+]? [0-9][0-9_]* (:[0-5]?[0-9])+ (\.[0-9_]*)?
        | [-+]? ([0-9][0-9_]* (\.[0-9_]*)? | \.[0-9_]+) (e[-+]?[0-9]+)?
        | [-+]? \.(inf|nan)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CANNOT_BEGIN = frozenset("-?:,[]{}#&*!|>'\"%@` \t")
_ENDS_PLAIN = re.compile(r":(?:\s|$)|\s#|[\n\t]|\s$")
_FLOW_MARKS = re.compile(r"[\[\]{},]|:$")


def write_scalar(value: Scalar, *, in_flow: bool = False) -> str:
    """Return a scalar as it is written on one line, in a flow collection or outside of one.

    Raises `UsageError` for what no file can hold: unsafe characters, infinity, a number too long.
    """
    if isinstance(value, str):
        return _write_text(value, in_flow=in_flow)
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    return _write_number(value)


def is_plain(text: str, *, in_flow: bool = False) -> bool:
    """Tell whether a text needs no quotes."""
    if not text or text[0] in _CANNOT_BEGIN or text.startswith("..."):
        return False
    if _ENDS_PLAIN.search(text) or (in_flow and _FLOW_MARKS.search(text)):
        return False
    return not _OTHER_THAN_TEXT.fullmatch(text) and isinstance(resolve_plain(text), str)


def quote_double(text: str) -> str:
    """Return a text in double quotes, on one line."""
    # JSON's strings are YAML's, and the characters that JSON escapes beyond these are refused before.
    return json.dumps(text, ensure_ascii=False)


def quote_single(text: str) -> str:
    """Return a text of one line in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def refuse_unsafe(text: str) -> None:
    """Raise `UsageError` where a text holds a character that no file may hold."""
    if unsafe := UNSAFE_IN_VALUE.search(text):
        raise UsageError(
            f"the text holds what no file may: {describe_character(unsafe[0])}", hint="take it out"
        )


def _write_text(text: str, *, in_flow: bool) -> str:
    refuse_unsafe(text)
    if is_plain(text, in_flow=in_flow):
        return text
    if ('"' in text or "\\" in text) and "\n" not in text and "\t" not in text:
        return quote_single(text)
    return quote_double(text)


def _write_number(number: float) -> str:
    written = repr(number)
    if isinstance(number, int):
        if len(written) > MAX_INTEGER_LENGTH:
            raise UsageError(
                f"a number of {len(written)} digits is too long to count with", hint="write it as text"
            )
    elif not math.isfinite(number):
        raise UsageError(f"{written} is not a number that a record can hold")
    return written

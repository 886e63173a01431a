"""JSON Schema's regular expressions, read as its specification means them and not as Python does."""

import re
from functools import lru_cache

_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\$", re.DOTALL)

LONGEST = 2000
"""What is compared with a pattern has so many characters at most: two repetitions take the square of it."""


@lru_cache(maxsize=256)
def compile_pattern(pattern: str) -> re.Pattern[str]:
    r"""
    Return an ECMA-262 pattern (JSON Schema 2020-12, 6.4) as a Python one, to be searched with.

    Python's `$` also matches before a trailing newline, and its `\d` and `\w` other scripts'
    digits and letters; neither is so in ECMA-262. Raises `re.error` for what Python cannot read.
    """
    return re.compile(_PART.sub(_end_at_the_end, pattern), re.ASCII)


def _end_at_the_end(part: re.Match[str]) -> str:
    return r"\Z" if part[0] == "$" else part[0]

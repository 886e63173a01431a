"""Characters that no file of ours may hold, because they show a reader something else than is there.

Forbidden are control characters, the line breaks that only some tools see (U+0085, U+2028, U+2029),
what reorders text (bidirectional embeddings, overrides and isolates), and what hides in it (zero-width
space, word joiner, a byte order mark inside, tag characters, non-characters).
Allowed are the joiners U+200C and U+200D, which Persian, Hindi and emoji need, and the marks U+200E,
U+200F and U+061C, which right-to-left text needs: they reorder nothing but their neighbours.
https://trojansource.codes and https://www.unicode.org/reports/tr36/ say more.
"""

import re
import unicodedata

_CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
_BREAK = r"\x85\u2028\u2029"
_BIDI = r"\u202a-\u202e\u2066-\u2069"
_HIDDEN = r"\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
_SURROGATE = r"\ud800-\udfff"

UNSAFE_IN_FILE = re.compile(rf"[{_CONTROL}{_BREAK}{_BIDI}{_HIDDEN}{_SURROGATE}]|\r(?!\n)")
"""What the text of a file may not hold; a carriage return is fine as half of a line end."""

UNSAFE_IN_VALUE = re.compile(rf"[\r{_CONTROL}{_BREAK}{_BIDI}{_HIDDEN}{_SURROGATE}]")
"""What a value may not hold, however it is written (`"\\u202e"` too)."""

_KINDS = (
    (re.compile(f"[{_BIDI}]"), "reorders the text around it"),
    (re.compile(f"[{_BREAK}]"), "breaks the line for some tools only"),
    (re.compile("\r"), "breaks the line for some tools only"),
    (re.compile(f"[{_CONTROL}]"), "is a control character"),
)


def describe_character(character: str) -> str:
    """Return an unsafe character's number and name, and what is wrong with it."""
    name = unicodedata.name(character, "")
    what = next((what for kind, what in _KINDS if kind.match(character)), "cannot be seen")
    return f"U+{ord(character):04X}{f' ({name})' if name else ''} {what}"

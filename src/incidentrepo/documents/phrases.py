"""Parts of messages: how a value, its place in the record and a choice of words are said."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher, get_close_matches

from incidentrepo.model.place import Pointer

_SHOWN = 60
_LONGEST_NAME = 60

_ITEMS = {
    "timeline": "timeline entry",
    "follow_ups": "follow-up",
    "waivers": "waiver",
    "links": "link",
    "moves": "move",
    "duties": "duty",
    "severity_guide": "question",
    "severity_limits": "severity limit",
    "answers": "answer",
    "overrides": "override",
}


def name_subject(pointer: Pointer) -> str:
    """Return what stands at `pointer`, as a person would call it: `status`, `timeline entry 3`."""
    if not pointer:
        return "the file"
    last = pointer[-1]
    if isinstance(last, str):
        return last
    noun = _ITEMS.get(str(pointer[-2])) if len(pointer) > 1 else None
    return f"{noun} {last + 1}" if noun else f"item {last + 1} of {name_subject(pointer[:-1])}"


def show_value(value: object) -> str:
    """Return `value` as a message quotes it, on one line and short."""
    if value is None or value == "":
        return "empty"
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return f"'{shorten(value)}'"
        case dict() | list():
            return "a mapping" if isinstance(value, dict) else "a list"
    return str(value)


def shorten(text: str, length: int = _SHOWN) -> str:
    """Return the beginning of `text`, on one line."""
    line = text if len(text) <= length else f"{text[: length - 1]}…"
    return line.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t")


def join_words(words: Sequence[str], *, last: str) -> str:
    """Return `a, b or c`, with `or` as `last`."""
    return f" {last} ".join(filter(None, [", ".join(words[:-1]), words[-1]])) if words else "nothing"


def find_nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that was probably meant, or None; of several as near, none is."""
    if len(word) > _LONGEST_NAME:
        return None
    folded = _fold(word)
    by_folded = {_fold(name): name for name in known}
    found = get_close_matches(folded, by_folded, n=2, cutoff=0.7)
    if not found or (len(found) > 1 and _likeness(folded, found[0]) == _likeness(folded, found[1])):
        return None
    return by_folded[found[0]]


def _likeness(one: str, other: str) -> float:
    # In this order: `get_close_matches` compares so, and the ratio is not symmetric.
    return SequenceMatcher(None, other, one).ratio()


def _fold(word: str) -> str:
    return word.casefold().replace("-", "_").replace(" ", "_")

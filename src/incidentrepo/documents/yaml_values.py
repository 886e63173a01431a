"""libyaml's parse events as plain values: the hot path of every command, so it keeps no places.

It is the one definition of what we accept, and asks for a place only where there is something to say.
"""

from collections.abc import Callable
from typing import cast

from yaml._yaml import CParser
from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from incidentrepo.documents.file_text import locate
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.scalars import IntegerTooLongError, Scalar, resolve_plain
from incidentrepo.documents.syntax_errors import explain_syntax_error
from incidentrepo.documents.unsafe_text import UNSAFE_IN_VALUE, describe_character
from incidentrepo.model.place import Pointer

MAX_DEPTH = 64

# No record of a megabyte comes near; it bounds the time that the steps after this one take.
MAX_VALUES = 100_000

# A record that is nothing but the same slip in every line needs no more to be understood.
_MAX_PROBLEMS = 100

_MAX_QUOTED = 60

# Only these can begin a plain scalar that is not text; "" is null.
_MAY_NOT_BE_TEXT = frozenset(("", *"~nNtTfF-+.0123456789"))


class _UnreadableError(Exception):
    """Nothing after this point can be read."""


class ValueReader:
    """Builds the value of one document and gathers what is wrong with it."""

    __slots__ = ("_count", "_first_line", "_get_event", "_path", "_text", "problems")

    def __init__(self, text: str, *, first_line: int) -> None:
        self._text = text
        self._first_line = first_line
        # None only comes after the stream's end, which is never passed.
        self._get_event = cast("Callable[[], Event]", CParser(text).get_event)
        self._path: list[str | int] = []
        self._count = 0
        self.problems: list[Problem] = []

    def read(self) -> object:
        """Return the document's value; None, with a problem, where it cannot be read to its end."""
        try:
            return self._read_or_explain()
        except _UnreadableError:
            return None

    def _read_or_explain(self) -> object:
        try:
            return self._read_document()
        except YAMLError as error:
            self._report_at(*explain_syntax_error(error, self._text))
            return None
        except UnicodeDecodeError:
            # PyYAML decodes a tag's percent escapes, which libyaml checks too little.
            self._report_at(max(self._text.find("!"), 0), "tags (`!`) are not allowed", "")
            return None

    def _read_document(self) -> object:
        self._next_event()
        start = self._next_event()
        if isinstance(start, StreamEndEvent):
            self._report_at(0, "the file is empty", "")
            raise _UnreadableError
        if isinstance(start, DocumentStartEvent) and (start.version or start.tags):
            self._report(start, "directives (`%`) are not allowed", "delete the line")
        event = self._next_event()
        if isinstance(event, ScalarEvent) and _is_nothing(event):
            self._report_at(0, "the file is empty", "")
        value = self._read_node(event)
        self._next_event()
        extra = self._next_event()
        if not isinstance(extra, StreamEndEvent):
            self._report(extra, "a second document begins here", "keep one document a file")
        return value

    def _next_event(self) -> Event:
        return self._get_event()

    def _read_node(self, event: Event) -> object:
        if isinstance(event, ScalarEvent):
            return self._read_scalar(event)
        if isinstance(event, AliasEvent):
            self._report(
                event, f"aliases (`*{_shorten(event.anchor or '')}`) are not allowed", "write the value out"
            )
            return None
        if len(self._path) >= MAX_DEPTH:
            self._stop(event, f"values are nested more than {MAX_DEPTH} deep", "")
        self._refuse_properties(event)
        if isinstance(event, MappingStartEvent):
            return self._read_mapping(event)
        return self._read_sequence()

    def _read_scalar(self, event: ScalarEvent) -> Scalar:
        text = event.value
        if event.tag is not None or event.anchor is not None:
            self._refuse_properties(event)
        if not event.style:
            return self._resolve(event) if text[:1] in _MAY_NOT_BE_TEXT else text
        # A double-quoted scalar can name by escape what the file's text may not hold.
        if event.style == '"' and (unsafe := UNSAFE_IN_VALUE.search(text)):
            self._report(event, f"{describe_character(unsafe[0])}, which is not allowed here", "delete it")
        return text

    def _resolve(self, event: ScalarEvent) -> Scalar:
        try:
            return resolve_plain(event.value)
        except IntegerTooLongError:
            message = f"a number of {len(event.value)} digits is too long to count with"
            self._report(event, message, "quote it to keep it as text")
            return event.value

    def _read_sequence(self) -> list[object]:
        items: list[object] = []
        path, get_event = self._path, self._get_event
        path.append(0)
        while not isinstance(event := get_event(), SequenceEndEvent):
            path[-1] = len(items)
            items.append(self._read_node(event))
        path.pop()
        self._count_values(event, len(items))
        return items

    def _read_mapping(self, start: MappingStartEvent) -> dict[str, object]:
        entries: dict[str, object] = {}
        path, get_event = self._path, self._get_event
        path.append("")
        while not isinstance(event := get_event(), MappingEndEvent):
            if start.flow_style:
                self._refuse_question_mark(event)
            key = self._read_key(event)
            value_event = get_event()
            if key in entries:
                self._report(event, f"`{_shorten(key)}` is here twice", "keep one of the two")
            value = self._read_node(value_event)
            if key is not None:
                entries.setdefault(key, value)
        path.pop()
        self._count_values(event, len(entries))
        return entries

    def _count_values(self, event: Event, count: int) -> None:
        self._count += count
        if self._count > MAX_VALUES:
            self._stop(event, f"the file holds more than {MAX_VALUES:,} values", "split it")

    def _read_key(self, event: Event) -> str | None:
        if not isinstance(event, ScalarEvent):
            self._report(event, "a key is a word, not a list, a mapping or an alias", "")
            self._read_node(event)
            return None
        self._path[-1] = event.value
        key = self._read_scalar(event)
        if not isinstance(key, str):
            self._refuse_key(event, key)
        elif not event.style and key == "<<":
            self._report(event, "merge keys (`<<`) are not allowed", "write the entries out")
        return event.value

    def _refuse_question_mark(self, event: Event) -> None:
        assert event.start_mark is not None
        # YAML 1.2 reads `[?x]` as the text `?x`, libyaml as a mapping with the key `x`.
        if self._text.startswith("?", event.start_mark.index - 1):
            self._report(event, "inside brackets, `?` directly before a text has two readings", "quote it")

    def _refuse_key(self, event: ScalarEvent, key: Scalar) -> None:
        if key is None and not event.value:
            self._report(event, "a key is missing before the colon", "")
        else:
            kind = "null" if key is None else "a yes-or-no value" if isinstance(key, bool) else "a number"
            message = f"the key {_shorten(event.value)} is {kind}, and keys are text"
            self._report(event, message, f'quote it: "{_shorten(event.value)}"')

    def _refuse_properties(self, event: Event) -> None:
        assert isinstance(event, NodeEvent)
        if event.anchor is not None:
            self._report(event, f"anchors (`&{_shorten(event.anchor)}`) are not allowed", "take it out")
        if getattr(event, "tag", None) is not None:
            self._report(event, "tags (`!`) are not allowed", "take it out, or quote the value")

    def _stop(self, event: Event, message: str, hint: str) -> None:
        self._report(event, message, hint)
        raise _UnreadableError

    def _report(self, event: Event, message: str, hint: str) -> None:
        assert event.start_mark is not None
        self._report_at(event.start_mark.index, message, hint)

    def _report_at(self, offset: int, message: str, hint: str) -> None:
        place = locate(self._text, offset, first_line=self._first_line)
        pointer: Pointer = tuple(self._path)
        self.problems.append(
            Problem(rule="unreadable-file", pointer=pointer, place=place, message=message, hint=hint)
        )
        if len(self.problems) >= _MAX_PROBLEMS:
            raise _UnreadableError


def _is_nothing(event: ScalarEvent) -> bool:
    return not (event.value or event.style or event.tag or event.anchor)


def _shorten(text: str) -> str:
    return text if len(text) <= _MAX_QUOTED else f"{text[:_MAX_QUOTED]}..."

"""The bytes of a file as text that is safe to show: UTF-8, of a bounded size, with nothing hidden in it."""

from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass

from incidentrepo.documents.problem import Problem
from incidentrepo.documents.unsafe_text import UNSAFE_IN_FILE, describe_character
from incidentrepo.model.place import Place

MAX_BYTES = 1_000_000

# Past these, a file is not text with slips in it but something else; one line of it says enough.
_MAX_CHARACTERS_NAMED = 20

_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileText:
    """A file's text without its byte order mark, and what is wrong with it.

    Each unsafe character is replaced by U+FFFD, so that places in the text are places in the file.
    """

    text: str = ""
    is_readable: bool = True
    problems: tuple[Problem, ...] = ()


def read_file_text(data: bytes, *, first_line: int = 1) -> FileText:
    """Return the text in `data`, whose first line is number `first_line` of its file."""
    if len(data) > MAX_BYTES:
        size = f"{len(data) / 1_000_000:.1f} MB"
        hint = "move long text and logs to files of their own"
        return _unreadable(Place(line=first_line), f"the file has {size}; at most 1 MB is read", hint)
    try:
        text = data.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        return _explain_encoding(data.removeprefix(BOM_UTF8), error, first_line)
    if not UNSAFE_IN_FILE.search(text):
        return FileText(text=text)
    clean = UNSAFE_IN_FILE.sub("\ufffd", text)
    return FileText(text=clean, problems=tuple(_name_unsafe(text, first_line)))


def locate(text: str, offset: int, *, first_line: int = 1) -> Place:
    """Return the place of the character at `offset`."""
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(line=text.count("\n", 0, offset) + first_line, column=offset - line_start + 1)


def _name_unsafe(text: str, first_line: int) -> Iterator[Problem]:
    # A lone carriage return ends no line here, so lines are counted in the text as it stands.
    for count, match in enumerate(UNSAFE_IN_FILE.finditer(text)):
        if count == _MAX_CHARACTERS_NAMED:
            return
        yield Problem(
            rule="unreadable-file",
            pointer=(),
            place=locate(text, match.start(), first_line=first_line),
            message=f"{describe_character(match[0])}, which is not allowed here",
            hint="delete it",
        )


def _explain_encoding(data: bytes, error: UnicodeDecodeError, first_line: int) -> FileText:
    before = data[: error.start].decode()
    place = locate(before, len(before), first_line=first_line)
    if data.startswith(_UTF16_MARKS):
        return _unreadable(place, "the file is in UTF-16", "save it as UTF-8")
    message = f"byte 0x{data[error.start]:02X} is not UTF-8"
    return _unreadable(place, message, "save the file as UTF-8")


def _unreadable(place: Place, message: str, hint: str) -> FileText:
    problem = Problem(rule="unreadable-file", pointer=(), place=place, message=message, hint=hint)
    return FileText(is_readable=False, problems=(problem,))

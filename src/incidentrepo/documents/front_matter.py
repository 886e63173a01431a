"""Markdown files that begin with YAML: `---`, the front matter, `---`, then the text."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterable
from dataclasses import dataclass

from incidentrepo.documents.editing import Edit, apply_edits
from incidentrepo.documents.file_text import read_file_text
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.strict_yaml import Document, load_yaml
from incidentrepo.errors import EditError
from incidentrepo.model.place import Place

_FENCE = re.compile(rb"^---[ \t]*(?:\r?\n|\Z)", re.MULTILINE)

# The front matter's first line is the file's second.
_HEAD_LINE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """A Markdown file in its two parts; `head` is empty where there is no front matter.

    `body_line` is the line of the file that the body begins on. In a body with problems, U+FFFD stands
    for each character that is not allowed; one that is not UTF-8 is empty.
    """

    head: bytes
    body: str
    body_line: int = 1
    problems: tuple[Problem, ...] = ()


def split_front_matter(data: bytes) -> FrontMatter:
    """Return the two parts of a Markdown file, and what is wrong with its frame and its body."""
    head, body, problems = _split(data)
    body_line = data[: len(data) - len(body)].count(b"\n") + 1
    text = read_file_text(body, first_line=body_line)
    return FrontMatter(head=head, body=text.text, body_line=body_line, problems=problems + text.problems)


def load_front_matter(data: bytes) -> tuple[Document, str]:
    """Return the front matter, with all problems and places of the whole file, and the body.

    Where there is no front matter its value is an empty mapping.
    """
    parts = split_front_matter(data)
    if _is_blank(parts.head):
        return Document(value={}, problems=parts.problems), parts.body
    head = load_yaml(parts.head, first_line=_HEAD_LINE)
    problems = sorted((*head.problems, *parts.problems), key=lambda problem: problem.place)
    document = Document(
        value=head.value, problems=tuple(problems), text=head.text, first_line=head.first_line
    )
    return document, parts.body


def edit_front_matter(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a Markdown file's bytes after `edits` of its front matter, which is made where there is none.

    The body is kept byte for byte. Raises as `apply_edits` does.
    """
    head, body, problems = _split(data)
    for problem in problems:
        raise EditError(f"line {problem.place.line}: {problem.message}", hint=problem.hint)
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    frame = data[len(mark) : len(data) - len(body)]
    if not frame:
        frame = b"---\r\n---\r\n" if b"\r\n" in body else b"---\n---\n"
    start = frame.index(b"\n") + 1
    # An empty mapping is something that keys can be added to, below the comments that are there.
    content = head + b"{}" + frame[:start].lstrip(b"- \t") if _is_blank(head) else head
    changed = apply_edits(content, edits, first_line=_HEAD_LINE)
    if changed == content:
        return data
    return mark + frame[:start] + changed + frame[start + len(head) :] + body


def _is_blank(head: bytes) -> bool:
    return all(not line or line.startswith(b"#") for line in map(bytes.strip, head.splitlines()))


def _split(data: bytes) -> tuple[bytes, bytes, tuple[Problem, ...]]:
    """Return the bytes between the fences, those behind them, and the problem of a missing fence."""
    content = data.removeprefix(BOM_UTF8)
    opening = _FENCE.match(content)
    if opening is None:
        return b"", content, ()
    closing = _FENCE.search(content, opening.end())
    if closing is None:
        return b"", b"", (_NOT_CLOSED,)
    return content[opening.end() : closing.start()], content[closing.end() :], ()


_NOT_CLOSED = Problem(
    rule="unreadable-file",
    pointer=(),
    place=Place(line=1),
    message="the front matter that begins here is never closed",
    hint="add a line `---` behind it",
)

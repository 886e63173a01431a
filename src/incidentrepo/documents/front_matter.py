"""Markdown files that begin with YAML between two lines of `---`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from incidentrepo.documents.editing import apply_edits
from incidentrepo.documents.edits import Edit
from incidentrepo.documents.file_text import read_file_text
from incidentrepo.documents.strict_yaml import Document, load_yaml

_FENCED = re.compile(rb"(?P<bom>\xef\xbb\xbf)?(?P<open>---[ \t]*\r?\n)(?P<head>(?:.*\n)*?)---[ \t]*(?:\r?\n|\Z)")
_HEAD_LINE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """
    The two parts of a page; the body starts at line `body_line` of the file.

    The places of `head` are the file's own, and its problems are those of the whole file.
    """

    head: Document
    body: str
    body_line: int


def load_front_matter(data: bytes) -> FrontMatter:
    """Return both parts of a page; one that begins with no `---` is all body, and its head is empty."""
    match = _FENCED.match(data)
    if match is None:
        text = read_file_text(data)
        return FrontMatter(head=Document(value={}, problems=text.problems), body=text.text, body_line=1)
    body_line = data[: match.end()].count(b"\n") + 1
    body = read_file_text(data[match.end() :], first_line=body_line)
    head = load_yaml(match["head"], first_line=_HEAD_LINE) if match["head"].strip() else Document(value={})
    whole = Document(
        value=head.value,
        problems=(*head.problems, *body.problems),
        text=head.text,
        first_line=_HEAD_LINE,
    )
    return FrontMatter(head=whole, body=body.text, body_line=body_line)


def edit_front_matter(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return a page's bytes after `edits` of its front matter, the body as it was; raises `EditError`."""
    match = _FENCED.match(data)
    if match is None:
        head = apply_edits(b"{}\n", edits, first_line=_HEAD_LINE)
        return b"---\n" + head + b"---\n" + data
    head = apply_edits(match["head"], edits, first_line=_HEAD_LINE)
    return data[: match.start("head")] + head + data[match.end("head") :]

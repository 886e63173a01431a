"""
The theme around a page, rendered once and used for thousands.

MkDocs takes 32 ms to render a page. Pages of one depth differ only in what is theirs, so a page of
marks is rendered, cut at its marks, and each page's own parts are put in between.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from incidentrepo.site.page import Heading, Page

# Random once and for all: no theme, and no site's name, holds them by chance.
_MARK = "k7q2xw5v3m"
TITLE_MARK = f"{_MARK}-title"
DESCRIPTION_MARK = f"{_MARK}-description"
# Themes add a heading of their own to content without one.
CONTENT_MARK = f'<h1 class="{_MARK}-content"></h1>'
# Two entries show what a table of contents has before, within, between and behind its entries.
CONTENTS_MARKS = (
    Heading(level=2, id=f"{_MARK}-id-1", title=f"{_MARK}-entry-1"),
    Heading(level=2, id=f"{_MARK}-id-2", title=f"{_MARK}-entry-2"),
)
SHELL_NAME = "incidentrepo-shell-"
_FOLDER_MARK = f"{_MARK}-folder"

# Where "skip to content" leads: in front of the page's first heading.
CONTENT_START_ID = "content-start"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ShellKind:
    """
    What a page needs of its shell.

    `depth` is the number of folders it lies in, because links into the theme are relative.
    Themes leave the frame of an empty table of contents out.
    """

    depth: int
    has_contents: bool

    @property
    def name(self) -> str:
        """A name of its own, for a file that is never written."""
        return f"{SHELL_NAME}{self.depth}-{'with' if self.has_contents else 'without'}-contents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shell:
    """A rendered page of marks, cut at its marks: texts, and between them the mark that stood there."""

    texts: tuple[str, ...]
    marks: tuple[str, ...]


class UnknownShellError(ValueError):
    """A theme shows a table of contents in a way that cannot be repeated entry by entry."""


def kind_of(page: Page) -> ShellKind:
    """Return the kind of shell that `page` is poured into."""
    return ShellKind(depth=page.path.count("/"), has_contents=bool(list_contents(page)))


def mark_page(kind: ShellKind) -> Page:
    """Return the page of marks that shows what is around pages of this kind."""
    return Page(
        path=_mark_path(kind),
        title=TITLE_MARK,
        description=DESCRIPTION_MARK,
        html=CONTENT_MARK,
        headings=CONTENTS_MARKS if kind.has_contents else (),
    )


def list_contents(page: Page) -> tuple[Heading, ...]:
    """Return the headings that a table of contents lists; one alone is no choice, and not listed."""
    listed = tuple(heading for heading in page.headings if heading.level == 2)
    return listed if len(listed) > 1 else ()


def frame_content(page: Page) -> str:
    """Return the page's body as it stands in the theme."""
    return f'<span id="{CONTENT_START_ID}"></span>{page.html}'


def cut_shell(html: str, kind: ShellKind) -> Shell:
    """
    Return the shell that a rendered page of marks is.

    Raises UnknownShellError where the theme's table of contents is not a plain list of entries.
    """
    pieces = re.split(_pattern(kind), html)
    marks = tuple(pieces[1::2])
    if CONTENT_MARK not in marks:
        raise UnknownShellError("the theme shows no content")
    listed = [mark for mark in marks if mark in _ENTRY_MARKS]
    if listed not in ([], list(_ENTRY_MARKS)):
        raise UnknownShellError("the theme's table of contents is not one list of entries")
    return Shell(texts=tuple(pieces[0::2]), marks=marks)


def pour(shell: Shell, page: Page) -> bytes:
    """Return the whole page: the shell with everything of `page` in its place."""
    values = {
        TITLE_MARK: escape(page.title),
        DESCRIPTION_MARK: escape(page.description),
        CONTENT_MARK: page.html,
    }
    # A file's name in git may be no UTF-8: what cannot be written is shown as a question mark.
    return "".join(_fill(shell, page, values)).encode(errors="replace")


def _fill(shell: Shell, page: Page, values: dict[str, str]) -> Iterator[str]:
    yield shell.texts[0]
    entries = _between_entries(shell)
    for mark, text in zip(shell.marks, shell.texts[1:], strict=True):
        if mark == _ENTRY_MARKS[0]:
            yield _list_entries(page, *entries)
        if mark in _ENTRY_MARKS[:-1]:
            continue  # its text stands between entries, and is in the list already
        if mark not in _ENTRY_MARKS:
            yield values[mark] if mark in values else quote(page.path)
        yield text


def _between_entries(shell: Shell) -> tuple[str, str]:
    """Return what stands between an entry's id and its title, and between two entries."""
    if _ENTRY_MARKS[0] not in shell.marks:
        return "", ""
    first = shell.marks.index(_ENTRY_MARKS[0]) + 1
    return shell.texts[first], shell.texts[first + 1]


def _list_entries(page: Page, within: str, between: str) -> str:
    return between.join(
        f"{escape(heading.id)}{within}{escape(heading.title)}" for heading in list_contents(page)
    )


_ENTRY_MARKS = tuple(mark for heading in CONTENTS_MARKS for mark in (heading.id, heading.title))


def _pattern(kind: ShellKind) -> str:
    # The longest first: a deep folder's mark begins with a shallower one's.
    marks = (TITLE_MARK, DESCRIPTION_MARK, CONTENT_MARK, *_ENTRY_MARKS, _mark_path(kind))
    return "(" + "|".join(re.escape(mark) for mark in marks if mark) + ")"


def _mark_path(kind: ShellKind) -> str:
    # As deep as the pages poured into it, because links into the theme are relative.
    return f"{_FOLDER_MARK}/" * kind.depth

from typing import Any

import pytest

from incidentrepo.documents.editing import AppendItem, DeleteValue, Edit, InsertItem, SetValue, apply_edits
from incidentrepo.errors import EditError, UsageError

RECORD = """\
# schema
id: x          # the id
title: "Checkout: 500"
tags: [payments]  # short
empty:
text: |
  a
    b

# about roles
roles: {commander: grace}
timeline:
  # first one
  - id: t1
    at: 2026
    # behind at

  # second
  - id: t2   # why
    text: >
      folded
      text

# tail comment
"""


def edit(*edits: Edit, text: str = RECORD) -> tuple[list[str], list[str]]:
    """Return the lines that the edits took out of a text, and those they put in."""
    before = text.splitlines(keepends=True)
    after = apply_edits(text.encode(), edits).decode().splitlines(keepends=True)
    head = next(
        (i for i, (one, other) in enumerate(zip(before, after, strict=False)) if one != other),
        min(len(before), len(after)),
    )
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return before[head : len(before) - tail], after[head : len(after) - tail]


CHANGES: tuple[tuple[Edit, list[str], list[str]], ...] = (
    (SetValue(pointer=("id",), value="z"), ["id: x          # the id\n"], ["id: z          # the id\n"]),
    (SetValue(pointer=("title",), value="New"), ['title: "Checkout: 500"\n'], ['title: "New"\n']),
    (SetValue(pointer=("empty",), value=3), ["empty:\n"], ["empty: 3\n"]),
    (SetValue(pointer=("empty", "a", "b"), value=[]), [], ["  a:\n", "    b: []\n"]),
    (
        SetValue(pointer=("id",), value="a\nb"),
        ["id: x          # the id\n"],
        ["id: |-          # the id\n", "  a\n", "  b\n"],
    ),
    (SetValue(pointer=("text",), value="c"), ["text: |\n", "  a\n", "    b\n"], ["text: c\n"]),
    (SetValue(pointer=("text",), value="c\nd\n"), ["  a\n", "    b\n"], ["  c\n", "  d\n"]),
    (SetValue(pointer=("status",), value="open", after="id"), [], ["status: open\n"]),
    (SetValue(pointer=("status",), value="open"), [], ["status: open\n"]),
    (
        SetValue(pointer=("roles", "scribe"), value="ada, b"),
        ["roles: {commander: grace}\n"],
        ['roles: {commander: grace, scribe: "ada, b"}\n'],
    ),
    (SetValue(pointer=("timeline", 0, "by"), value="ada"), [], ["    by: ada\n"]),
    (
        AppendItem(pointer=("tags",), value="b"),
        ["tags: [payments]  # short\n"],
        ["tags: [payments, b]  # short\n"],
    ),
    (AppendItem(pointer=("links",), value={"url": "u"}), [], ["links:\n", "  - url: u\n"]),
    (
        AppendItem(pointer=("timeline",), value={"id": "t3", "by": "ada"}),
        [],
        ["  - id: t3\n", "    by: ada\n"],
    ),
    (InsertItem(pointer=("timeline",), index=0, value={"id": "t0"}), [], ["  - id: t0\n"]),
    (InsertItem(pointer=("timeline",), index=1, value={"id": "t0"}), [], ["  - id: t0\n"]),
    (
        InsertItem(pointer=("tags",), index=0, value="a"),
        ["tags: [payments]  # short\n"],
        ["tags: [a, payments]  # short\n"],
    ),
    (DeleteValue(pointer=("id",)), ["id: x          # the id\n"], []),
    (DeleteValue(pointer=("text",)), ["text: |\n", "  a\n", "    b\n"], []),
    (DeleteValue(pointer=("tags", 0)), ["tags: [payments]  # short\n"], ["tags: []  # short\n"]),
    (DeleteValue(pointer=("timeline", 0)), ["  - id: t1\n", "    at: 2026\n"], []),
    (
        DeleteValue(pointer=("timeline", 0, "id")),
        ["  - id: t1\n", "    at: 2026\n"],
        ["  - at: 2026\n"],
    ),
)


@pytest.mark.parametrize(("change", "gone", "new"), CHANGES)
@pytest.mark.parametrize("line_end", ("\n", "\r\n"))
def test_change(change: Edit, gone: list[str], new: list[str], line_end: str) -> None:
    """
    An edit changes its own lines and no other, whatever the line ends.
    """
    lines = edit(change, text=RECORD.replace("\n", line_end))

    assert lines == tuple([line.replace("\n", line_end) for line in part] for part in (gone, new))


def test_places_of_new_lines() -> None:
    """
    New lines stand behind their neighbours, before the comments that belong to what follows.
    """
    changed = apply_edits(
        RECORD.encode(),
        [
            InsertItem(pointer=("timeline",), index=1, value={"id": "new1"}),
            AppendItem(pointer=("timeline",), value={"id": "new2"}),
            SetValue(pointer=("new3",), value=1),
            SetValue(pointer=("new4",), value=1, after="text"),
        ],
    ).decode()

    assert "    # behind at\n\n  - id: new1\n  # second\n" in changed
    assert changed.endswith("      text\n  - id: new2\nnew3: 1\n\n# tail comment\n")
    assert "    b\nnew4: 1\n\n# about roles\n" in changed


def test_all_comments_survive() -> None:
    """
    Emptying a list takes its items, not what people wrote between them.
    """
    changed = apply_edits(RECORD.encode(), [SetValue(pointer=("timeline",), value=[])]).decode()

    assert changed.endswith("timeline: []\n  # first one\n    # behind at\n\n  # second\n\n# tail comment\n")


LAYOUTS: tuple[tuple[str, Edit, str], ...] = (
    ("a: 1\nb: 2", SetValue(pointer=("c",), value=3), "a: 1\nb: 2\nc: 3"),
    ("a: 1\nb: 2", SetValue(pointer=("c",), value="x\ny\n"), "a: 1\nb: 2\nc: |\n  x\n  y\n"),
    ("a: 1\nb: 2", DeleteValue(pointer=("b",)), "a: 1"),
    ("\ufeffa: 1\n", SetValue(pointer=("a",), value=2), "\ufeffa: 2\n"),
    ("{a: 1}", SetValue(pointer=("b",), value="x\ny"), '{a: 1, b: "x\\ny"}'),
    ("{\n  a: 1, # c\n}\n", SetValue(pointer=("b",), value=2), "{\n  a: 1, b: 2, # c\n}\n"),
    ("a: [ x , y ]\n", DeleteValue(pointer=("a", 1)), "a: [ x ]\n"),
    ("a: {b: 1, c: 2}\n", DeleteValue(pointer=("a", "b")), "a: {c: 2}\n"),
    ("a:\n- x\n", AppendItem(pointer=("a",), value={"b": [1]}), "a:\n- x\n- b: [1]\n"),
    ("a:\n-   x\n", AppendItem(pointer=("a",), value={"b": 1, "c": 2}), "a:\n-   x\n-   b: 1\n    c: 2\n"),
    (
        "a:\n    b: 1\n",
        SetValue(pointer=("c",), value={"d": {"e": "x" * 90}}),
        f"a:\n    b: 1\nc:\n    d:\n        e: {'x' * 90}\n",
    ),
    (
        "a:\n  - - x\n    - y\n",
        InsertItem(pointer=("a", 0), index=0, value=1),
        "a:\n  - - 1\n    - x\n    - y\n",
    ),
    ("a:\n  -\n    b: 1\n  - c\n", DeleteValue(pointer=("a", 0)), "a:\n  - c\n"),
    ("a: [] # c\n", AppendItem(pointer=("a",), value={"b": 1}), "a: # c\n  - b: 1\n"),
    ("a: []\n", AppendItem(pointer=("a",), value="x"), "a: [x]\n"),
    (
        "a: |+\n  x\n\n# c\nb: 1\n",
        SetValue(pointer=("c",), value=1, after="a"),
        "a: |+\n  x\n\nc: 1\n# c\nb: 1\n",
    ),
    ("a: 'it''s'\n", SetValue(pointer=("a",), value="he's"), "a: 'he''s'\n"),
    ("a: one\n  two # c\nb: 1\n", SetValue(pointer=("a",), value="x"), "a: x # c\nb: 1\n"),
    ("a: 1\n# c\n...\n", SetValue(pointer=("b",), value=2), "a: 1\nb: 2\n# c\n...\n"),
    ("---\na: 1\n", SetValue(pointer=("a",), value=2), "---\na: 2\n"),
    ("a:\n  b: 1 # c\n", DeleteValue(pointer=("a", "b")), "a: {}\n"),
    ("# c\n{}\n", SetValue(pointer=("a", "b"), value="x\ny"), "# c\na:\n  b: |-\n    x\n    y\n"),
    ("a: 0\n", DeleteValue(pointer=("a",)), "{}\n"),
)


@pytest.mark.parametrize(("text", "change", "changed"), LAYOUTS)
def test_layouts(text: str, change: Edit, changed: str) -> None:
    """
    The neighbours' layout is kept: indentation, brackets, quotes, byte order mark, missing line end.
    """
    assert apply_edits(text.encode(), [change]).decode() == changed


def test_edits_in_turn() -> None:
    """
    Each edit sees what the one before left.
    """
    edits: list[Edit] = [
        AppendItem(pointer=("a",), value="x"),
        AppendItem(pointer=("a",), value="z"),
        DeleteValue(pointer=("a", 0)),
    ]

    assert apply_edits(b"b: 1\n", edits) == b"b: 1\na: [z]\n"


def test_no_change() -> None:
    """
    A value that is there already is left as its author wrote it.
    """
    assert edit(SetValue(pointer=("title",), value="Checkout: 500")) == ([], [])


REFUSALS: tuple[tuple[bytes, Edit, str], ...] = (
    (b"a: |\n  x", SetValue(pointer=("b",), value=1), "line 6: cannot change b: this layout allows"),
    (b"a: 1\na: 2\n", SetValue(pointer=("b",), value=1), "line 6: `a` is here twice"),
    (b"a: 1\nb: x\n", AppendItem(pointer=("b",), value=1), "line 6: b is not a list"),
    (b"a: 1\n? b\n: 2\n", DeleteValue(pointer=("b",)), "line 7: cannot change b: this layout allows"),
    (b"a: [x, # c\n  y]\n", DeleteValue(pointer=("a", 0)), r"line 5: cannot change a\[0\]: a comment stands"),
)


@pytest.mark.parametrize(("data", "change", "message"), REFUSALS)
def test_refusal(data: bytes, change: Edit, message: str) -> None:
    """
    A layout that defeats an edit is an error that names the line in its file.
    """
    with pytest.raises(EditError, match="^" + message):
        apply_edits(data, [change], first_line=5)


@pytest.mark.parametrize("value", ("a\x1b", "a\u202eb", {"k": ["\u200b"]}, float("nan")))
@pytest.mark.parametrize("text", ("a: 'q'\n", 'a: "q"\n', "a: q\n", "{a: q}\n", "b: 1\n"))
def test_unsafe_value(text: str, value: Any) -> None:
    """
    What no file may hold is refused as the caller's mistake, however it would be written.
    """
    with pytest.raises(UsageError):
        apply_edits(text.encode(), [SetValue(pointer=("a",), value=value)])

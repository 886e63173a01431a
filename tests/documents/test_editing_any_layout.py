"""Edits of texts that nobody chose: what holds for every layout there is."""

import re
from collections.abc import Iterable

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from incidentrepo.documents.edit_steps import AddEntry, AddItem, plan_steps, take_step
from incidentrepo.documents.editing import AppendItem, DeleteValue, Edit, InsertItem, SetValue, apply_edits
from incidentrepo.documents.nodes import find_key, find_nearest, read_nodes
from incidentrepo.documents.strict_yaml import load_yaml
from incidentrepo.documents.text_layout import read_layout
from incidentrepo.errors import EditError
from incidentrepo.model.place import Pointer
from tests.documents.layouts import TEXTS

COMMENT = re.compile(r"#c[0-9]+")


@settings(deadline=None)
@given(TEXTS, st.data())
def test_any_layout(text: str, data: st.DataObject) -> None:
    """
    In any layout an edit says what was meant and leaves every other line, or it is refused.
    """
    before = load_yaml(text.encode())
    assume(not before.problems)
    change = data.draw(_edits(before.value))
    try:
        steps = plan_steps(before.value, change)
    except EditError:
        return
    meant = before.value
    for step in steps:
        meant = take_step(meant, step)

    try:
        changed = apply_edits(text.encode(), [change]).decode()
    except EditError:
        return

    head, tail = _split_around(
        text, change.pointer[:-1] if isinstance(change, DeleteValue) else change.pointer
    )
    assert repr(load_yaml(changed.encode()).value) == repr(meant)
    assert changed.startswith(head)
    assert changed.endswith(tail)
    if all(isinstance(step, AddEntry | AddItem) for step in steps):
        assert COMMENT.findall(changed) == COMMENT.findall(text)
        assert _is_subsequence(_lines_without_flow(text), changed.splitlines())


def _lines_without_flow(text: str) -> list[str]:
    """Return the lines that are no part of a value in brackets."""
    return [line for line in text.splitlines() if not set(line) & set("[]{},")]


def _is_subsequence(some: list[str], lines: list[str]) -> bool:
    rest = iter(lines)
    return all(line in rest for line in some)


def _split_around(text: str, pointer: Pointer) -> tuple[str, str]:
    """Return what stands before and behind the lines of a value and its key."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    root = read_nodes(text.removeprefix(mark))
    layout = read_layout(text.removeprefix(mark), root)
    node = find_nearest(root, pointer)
    start = layout.line_start((find_key(root, pointer) or node).start)
    return mark + layout.text[:start], layout.text[layout.line_after(node) :]


VALUES: tuple[object, ...] = (
    "x",
    "a: b",
    "no",
    "l\nm",
    "l\nm\n",
    1,
    None,
    [],
    {},
    ["a", "b"],
    {"a": "b", "c": ["d", {"e": "f"}]},
)


def _edits(value: object) -> st.SearchStrategy[Edit]:
    found = _pointers(value)
    values = st.sampled_from(VALUES)
    pointers = st.sampled_from(list(found))
    mappings = st.sampled_from([pointer for pointer, child in found.items() if isinstance(child, dict)])
    lists = st.sampled_from(
        [pointer for pointer, child in found.items() if isinstance(child, list)] or [("new",)]
    )
    keys = st.one_of(pointers, mappings.map(lambda pointer: (*pointer, "new")))
    return st.one_of(
        st.builds(lambda pointer, new: SetValue(pointer=pointer, value=new), keys, values),
        st.builds(lambda pointer, new: AppendItem(pointer=pointer, value=new), lists, values),
        st.builds(
            lambda pointer, index, new: InsertItem(pointer=pointer, index=index, value=new),
            lists,
            st.integers(min_value=0, max_value=3),
            values,
        ),
        st.builds(lambda pointer: DeleteValue(pointer=pointer), pointers.filter(bool)),
    )


def _pointers(value: object, pointer: Pointer = ()) -> dict[Pointer, object]:
    found = {pointer: value}
    pairs: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, list | dict):
        pairs = enumerate(value) if isinstance(value, list) else value.items()
    for step, child in pairs:
        found |= _pointers(child, (*pointer, step))
    return found

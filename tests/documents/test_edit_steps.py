from typing import Any

import pytest
from hypothesis import given

from incidentrepo.documents.edit_steps import (
    AddEntry,
    AddItem,
    Remove,
    Replace,
    Step,
    describe_pointer,
    is_same,
    plan_steps,
    take_step,
)
from incidentrepo.documents.edits import AppendItem, DeleteValue, Edit, InsertItem, SetValue
from incidentrepo.errors import EditError
from tests.documents.strategies import RECORDS

RECORD: dict[str, Any] = {"id": "x", "empty": None, "tags": ["a", "b"], "impact": {"customers": 1}}

PLANS: tuple[tuple[Edit, tuple[Step, ...]], ...] = (
    (SetValue(pointer=("id",), value="x"), ()),
    (SetValue(pointer=("id",), value="y"), (Replace(pointer=("id",), value="y"),)),
    (
        SetValue(pointer=("new",), value=1, after="id"),
        (AddEntry(pointer=(), key="new", value=1, after="id"),),
    ),
    (
        SetValue(pointer=("new",), value=1, after="gone"),
        (AddEntry(pointer=(), key="new", value=1),),
    ),
    (
        SetValue(pointer=("review", "held", "at"), value=1),
        (AddEntry(pointer=(), key="review", value={"held": {"at": 1}}),),
    ),
    (SetValue(pointer=("empty", "a"), value=1), (Replace(pointer=("empty",), value={"a": 1}),)),
    (
        SetValue(pointer=("impact",), value={"customers": 2, "summary": "s"}),
        (
            Replace(pointer=("impact", "customers"), value=2),
            AddEntry(pointer=("impact",), key="summary", value="s", after="customers"),
        ),
    ),
    (SetValue(pointer=("tags",), value=["b"]), (Remove(pointer=("tags", 0)),)),
    (SetValue(pointer=("tags",), value=["a", "c", "b"]), (AddItem(pointer=("tags",), index=1, value="c"),)),
    (AppendItem(pointer=("tags",), value="c"), (AddItem(pointer=("tags",), index=2, value="c"),)),
    (AppendItem(pointer=("empty",), value="c"), (Replace(pointer=("empty",), value=["c"]),)),
    (AppendItem(pointer=("new",), value="c"), (AddEntry(pointer=(), key="new", value=["c"]),)),
    (InsertItem(pointer=("tags",), index=9, value="c"), (AddItem(pointer=("tags",), index=2, value="c"),)),
    (DeleteValue(pointer=("tags", 1)), (Remove(pointer=("tags", 1)),)),
    (DeleteValue(pointer=("gone",)), ()),
)


@pytest.mark.parametrize(("edit", "steps"), PLANS)
def test_plan(edit: Edit, steps: tuple[Step, ...]) -> None:
    """
    An edit touches what differs, and nothing where nothing does.
    """
    assert plan_steps(RECORD, edit) == steps


@pytest.mark.parametrize(
    ("edit", "message"),
    (
        (SetValue(pointer=("id", "x"), value=1), "id is not a mapping"),
        (SetValue(pointer=(), value=[]), "a file that holds one kind of value cannot hold another"),
        (SetValue(pointer=("tags", 2), value=1), r"tags\[2\] is not there"),
        (AppendItem(pointer=("impact",), value=1), "impact is not a list"),
    ),
)
def test_nonsense(edit: Edit, message: str) -> None:
    """
    An edit that does not fit the document is refused in the words of its keys.
    """
    with pytest.raises(EditError, match=message):
        plan_steps(RECORD, edit)


@given(RECORDS, RECORDS)
def test_difference(old: dict[str, object], new: dict[str, object]) -> None:
    """
    Setting one record to another ends in the other, whatever steps it takes.
    """
    value: object = {"record": old}

    for step in plan_steps(value, SetValue(pointer=("record",), value=new)):
        value = take_step(value, step)

    assert value == {"record": new}


def test_same() -> None:
    """
    Values of different types are different, as are keys in another order.
    """
    assert is_same({"a": [1, ("x",)]}, {"a": [1, ["x"]]})
    assert not is_same(1, True)
    assert not is_same(1, 1.0)
    assert not is_same({"a": 1, "b": 2}, {"b": 2, "a": 1})


def test_pointer_in_words() -> None:
    """
    A pointer reads as people write one.
    """
    assert describe_pointer(("timeline", 3, "reason")) == "timeline[3].reason"
    assert describe_pointer(()) == "the document"

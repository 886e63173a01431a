"""An edit as the smallest steps that do it, and what each step means for the plain value.

A list or mapping that is set to another one is changed entry by entry, so that the comments between
entries that stay are kept.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, assert_never

from incidentrepo.documents.edits import AppendItem, DeleteValue, Edit, InsertItem, SetValue
from incidentrepo.errors import EditError
from incidentrepo.model.place import Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace:
    """Another value for what is there."""

    pointer: Pointer
    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class AddEntry:
    """A new key in the mapping at `pointer`."""

    pointer: Pointer
    key: str
    value: object
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddItem:
    """A new item in the list at `pointer`, before what is item `index` now."""

    pointer: Pointer
    index: int
    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class Remove:
    """One entry or item less."""

    pointer: Pointer


Step = Replace | AddEntry | AddItem | Remove

_MISSING = object()


def plan_steps(value: object, edit: Edit) -> tuple[Step, ...]:
    """Return the steps that do an edit on a document's `value`, each on what the one before left.

    Raises `EditError` where the edit makes no sense for that value.
    """
    if isinstance(edit, SetValue):
        return tuple(_plan_set(value, edit.pointer, edit.value, edit.after))
    if isinstance(edit, AppendItem):
        return tuple(_plan_insert(value, edit.pointer, None, edit.value))
    if isinstance(edit, InsertItem):
        return tuple(_plan_insert(value, edit.pointer, edit.index, edit.value))
    if isinstance(edit, DeleteValue):
        return () if _look_up(value, edit.pointer) is _MISSING else (Remove(pointer=edit.pointer),)
    assert_never(edit)


def take_step(value: object, step: Step) -> object:
    """Return the plain value after a step; the one before is left as it was."""
    changed = deepcopy(value)
    if isinstance(step, AddEntry):
        _add_entry(_container(changed, step.pointer), step)
    elif isinstance(step, AddItem):
        _container(changed, step.pointer).insert(step.index, step.value)
    elif not step.pointer:
        return step.value if isinstance(step, Replace) else None
    elif isinstance(step, Replace):
        _container(changed, step.pointer[:-1])[step.pointer[-1]] = step.value
    else:
        del _container(changed, step.pointer[:-1])[step.pointer[-1]]
    return changed


def _plan_set(value: object, pointer: Pointer, new: object, after: str | None) -> Iterator[Step]:
    old = _look_up(value, pointer)
    if old is not _MISSING:
        yield from _plan_difference(pointer, old, new)
        return
    parent, key = _look_up(value, pointer[:-1]), pointer[-1]
    if not isinstance(key, str):
        raise EditError(f"{describe_pointer(pointer)} is not there")
    if parent is _MISSING or parent is None:
        yield from _plan_set(value, pointer[:-1], {key: new}, None)
    elif isinstance(parent, dict):
        yield AddEntry(pointer=pointer[:-1], key=key, value=new, after=after if after in parent else None)
    else:
        raise EditError(f"{describe_pointer(pointer[:-1])} is not a mapping")


def _plan_insert(value: object, pointer: Pointer, index: int | None, new: object) -> Iterator[Step]:
    items = _look_up(value, pointer)
    # An empty list is written anew: `[]` would put a whole timeline entry on its line.
    if items is _MISSING or items is None or items == []:
        yield from _plan_set(value, pointer, [new], None)
    elif isinstance(items, list):
        last = len(items)
        yield AddItem(pointer=pointer, index=last if index is None else min(max(index, 0), last), value=new)
    else:
        raise EditError(f"{describe_pointer(pointer)} is not a list")


def _plan_difference(pointer: Pointer, old: object, new: object) -> Iterator[Step]:
    if is_same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, Mapping) and old:
        yield from _plan_mapping(pointer, old, new)
    elif isinstance(old, list) and isinstance(new, list | tuple) and old:
        yield from _plan_list(pointer, old, list(new))
    elif pointer:
        yield Replace(pointer=pointer, value=new)
    else:
        raise EditError("a file that holds one kind of value cannot hold another")


def _plan_mapping(pointer: Pointer, old: dict[str, object], new: Mapping[str, object]) -> Iterator[Step]:
    # What is added comes first: a mapping that lost its last entry has no place for another.
    previous = None
    for key, value in new.items():
        if key in old:
            yield from _plan_difference((*pointer, key), old[key], value)
        else:
            yield AddEntry(pointer=pointer, key=key, value=value, after=previous)
        previous = key
    yield from (Remove(pointer=(*pointer, key)) for key in old if key not in new)


def _plan_list(pointer: Pointer, old: list[object], new: list[object]) -> Iterator[Step]:
    head = _count_same(old, new)
    tail = _count_same(old[head:][::-1], new[head:][::-1])
    both = min(len(old), len(new)) - head - tail
    for index in range(head, head + both):
        yield from _plan_difference((*pointer, index), old[index], new[index])
    for index in range(head + both, len(new) - tail):
        yield AddItem(pointer=pointer, index=index, value=new[index])
    for index in reversed(range(head + both, len(old) - tail)):
        yield Remove(pointer=(*pointer, index))


def _count_same(old: list[object], new: list[object]) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((index for index, pair in pairs if not is_same(*pair)), min(len(old), len(new)))


def is_same(one: object, other: object) -> bool:
    """Tell whether two plain values are one: `1`, `1.0` and `true` are three, and order counts."""
    return repr(_as_lists(one)) == repr(_as_lists(other))


def describe_pointer(pointer: Pointer) -> str:
    """Return a pointer as people read it: `timeline[3].reason`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in pointer)
    return "".join(steps).removeprefix(".") or "the document"


def _as_lists(value: object) -> object:
    if isinstance(value, Mapping):
        return {key: _as_lists(child) for key, child in value.items()}
    return [_as_lists(child) for child in value] if isinstance(value, list | tuple) else value


def _look_up(value: object, pointer: Pointer) -> object:
    for step in pointer:
        if isinstance(value, list):
            value = value[step] if isinstance(step, int) and 0 <= step < len(value) else _MISSING
        else:
            value = value.get(step, _MISSING) if isinstance(value, dict) else _MISSING
    return value


def _container(value: object, pointer: Pointer) -> Any:
    found = _look_up(value, pointer)
    assert isinstance(found, dict | list), "a step is planned on the value that it is taken on"
    return found


def _add_entry(mapping: dict[str, object], step: AddEntry) -> None:
    entries = list(mapping.items())
    names = list(mapping)
    position = names.index(step.after) + 1 if step.after in mapping else len(names)
    entries.insert(position, (step.key, step.value))
    mapping.clear()
    mapping.update(entries)

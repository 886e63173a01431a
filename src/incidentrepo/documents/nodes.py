"""Where each value of a YAML text begins and ends, for places in messages and for edits.

Built in a pass of its own, and only when asked: a good record is never asked where its values are, and
the places of 10,000 records would take more memory than the records.
"""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from yaml._yaml import CParser
from yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamStartEvent,
)

from incidentrepo.model.place import Pointer


class Layout(Enum):
    """How a value is laid out in the file."""

    PLAIN = ""
    SINGLE_QUOTED = "'"
    DOUBLE_QUOTED = '"'
    LITERAL = "|"
    FOLDED = ">"
    FLOW = "flow"
    BLOCK = "block"


# A named tuple, which is built four times as fast as a frozen dataclass: a file can hold 500,000.
class Node(NamedTuple):
    """A value's span `[start, end)` in the text, counted in characters.

    A block collection ends with its last leaf: libyaml's own end mark swallows the comments behind it.
    The end of a literal or folded scalar is libyaml's: behind the line ends that follow it.
    """

    start: int
    end: int
    layout: Layout
    entries: "tuple[tuple[Node, str, Node], ...] | None" = None
    items: "tuple[Node, ...] | None" = None


# Calling the enum costs more than the rest of a scalar.
_LAYOUTS = {layout.value: layout for layout in Layout}


def read_nodes(text: str) -> Node:
    """Return the root of a text that `load_yaml` has read without finding a syntax error."""
    events = _iterate_events(text)
    for event in events:
        if not isinstance(event, StreamStartEvent | DocumentStartEvent):
            return _read_node(event, events)
    raise AssertionError("a text that was read has a root")


def find_node(root: Node, pointer: Pointer) -> Node | None:
    """Return the node a pointer leads to, None where there is none."""
    node: Node | None = root
    for step in pointer:
        if node is None:
            return None
        node = _find_child(node, step)
    return node


def find_nearest(root: Node, pointer: Pointer) -> Node:
    """Return the node a pointer leads to, or the last one on the way that is there."""
    node = root
    for step in pointer:
        child = _find_child(node, step)
        if child is None:
            break
        node = child
    return node


def find_key(root: Node, pointer: Pointer) -> Node | None:
    """Return the key under which a pointer's value stands, None for an item of a list."""
    parent = find_node(root, pointer[:-1]) if pointer else None
    for key, name, _ in parent.entries or () if parent else ():
        if name == pointer[-1]:
            return key
    return None


def _find_child(node: Node, step: str | int) -> Node | None:
    if isinstance(step, int):
        items = node.items or ()
        return items[step] if 0 <= step < len(items) else None
    return next((value for _, name, value in node.entries or () if name == step), None)


def _iterate_events(text: str) -> Iterator[Event]:
    parser = CParser(text)
    while (event := parser.get_event()) is not None:
        yield event


def _read_node(event: Event, events: Iterator[Event]) -> Node:
    assert event.start_mark is not None
    start = event.start_mark.index
    if isinstance(event, SequenceStartEvent):
        return _read_sequence(start, Layout.FLOW if event.flow_style else Layout.BLOCK, events)
    if isinstance(event, MappingStartEvent):
        return _read_mapping(start, Layout.FLOW if event.flow_style else Layout.BLOCK, events)
    assert event.end_mark is not None
    layout = _LAYOUTS[event.style or ""] if isinstance(event, ScalarEvent) else Layout.PLAIN
    return Node(start, event.end_mark.index, layout)


def _read_sequence(start: int, layout: Layout, events: Iterator[Event]) -> Node:
    items = []
    while not isinstance(event := next(events), SequenceEndEvent):
        items.append(_read_node(event, events))
    end = items[-1].end if layout is Layout.BLOCK and items else _end_of(event)
    return Node(start=start, end=end, layout=layout, items=tuple(items))


def _read_mapping(start: int, layout: Layout, events: Iterator[Event]) -> Node:
    entries = []
    while not isinstance(event := next(events), MappingEndEvent):
        key = _read_node(event, events)
        name = event.value if isinstance(event, ScalarEvent) else ""
        entries.append((key, name, _read_node(next(events), events)))
    end = entries[-1][2].end if layout is Layout.BLOCK and entries else _end_of(event)
    return Node(start=start, end=end, layout=layout, entries=tuple(entries))


def _end_of(event: Event) -> int:
    assert event.end_mark is not None
    return event.end_mark.index

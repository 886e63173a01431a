"""Where an edit's step touches the text: the few spans it changes, and what stands in them then."""

import re
from collections.abc import Iterable
from typing import NamedTuple, assert_never

from incidentrepo.documents.edit_steps import AddEntry, AddItem, Remove, Replace, Step
from incidentrepo.documents.nodes import Layout, Node
from incidentrepo.documents.quoting import quote_double, quote_single
from incidentrepo.documents.text_layout import TextLayout
from incidentrepo.documents.writing import (
    Written,
    write_entry,
    write_flow,
    write_item,
    write_key,
    write_value,
)
from incidentrepo.errors import EditError
from incidentrepo.model.place import Pointer

_COLON = re.compile(r"\s*:")


class Splice(NamedTuple):
    """A span of the text, and what it becomes."""

    start: int
    end: int
    text: str


def splice_step(layout: TextLayout, step: Step) -> str:
    """Return the text after a step; whether it means what was meant is for the caller to see."""
    if isinstance(step, Replace):
        splices = _replace(layout, step.pointer, step.value)
    elif isinstance(step, AddEntry):
        splices = _add_entry(layout, step)
    elif isinstance(step, AddItem):
        splices = _add_item(layout, step)
    elif isinstance(step, Remove):
        splices = _remove(layout, step.pointer)
    else:
        assert_never(step)
    return _apply(layout.text, splices)


def _apply(text: str, splices: Iterable[Splice]) -> str:
    for splice in sorted(splices, reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def _replace(layout: TextLayout, pointer: Pointer, value: object) -> list[Splice]:
    node = layout.node(pointer)
    if not pointer and node.layout is Layout.BLOCK:
        return [
            _put_lines(layout, layout.line_start(node.start), layout.line_after(node), [write_flow(value)])
        ]
    if not pointer or layout.is_in_flow(pointer):
        return [_put_inline(layout, node.start, node.end, _write_like(node, value, in_flow=True))]
    written = _write_at(layout, pointer, node, value)
    if node.layout is Layout.BLOCK:
        return _replace_block(layout, pointer, node, written)
    if node.layout in {Layout.LITERAL, Layout.FOLDED}:
        start, end = layout.block_body(node)
        header = _put_inline(layout, node.start, layout.block_header_end(node), written.inline)
        return [header, _put_lines(layout, start, end, written.below)]
    inline = _put_inline(layout, node.start, node.end, written.inline)
    if not written.below:
        return [inline]
    below = layout.next_line(node.end)
    return [inline, _put_lines(layout, below, below, written.below)]


def _write_at(layout: TextLayout, pointer: Pointer, node: Node, value: object) -> Written:
    """Return a value as it is written in the place of the one at `pointer`."""
    like = _write_like(node, value, in_flow=False)
    if like:
        return Written(inline=like)
    start = layout.entry_start(pointer)
    column = layout.column(start)
    key = layout.key(pointer)
    if key is not None:
        behind = layout.column(key.end) + 2
        return write_value(value, column=column, behind=behind, style=layout.style)
    first, *below = write_item(value, column=column, style=layout.style)
    return Written(inline=first[column + layout.style.dash_width :], below=tuple(below))


def _write_like(node: Node, value: object, *, in_flow: bool) -> str:
    """Return a text in the quotes of the one it replaces; outside of flow, "" where there are none."""
    if isinstance(value, str) and "\n" not in value:
        if node.layout is Layout.DOUBLE_QUOTED:
            return _checked(value, quote_double(value))
        if node.layout is Layout.SINGLE_QUOTED and "\t" not in value:
            return _checked(value, quote_single(value))
    return write_flow([value])[1:-1] if in_flow else ""


def _checked(value: str, quoted: str) -> str:
    write_flow(value)  # refuses what no file may hold
    return quoted


def _replace_block(layout: TextLayout, pointer: Pointer, node: Node, written: Written) -> list[Splice]:
    key = layout.key(pointer)
    end = layout.line_after(node)
    if key is None:
        lines = (written.inline, *written.below)
        indented = layout.line_end.join(lines)
        return [Splice(node.start, layout.content_end(max(end - 1, node.start)), indented)]
    below = _put_lines(layout, layout.line_start(node.start), end, written.below)
    if not written.inline:
        return [below]
    colon = _COLON.match(layout.text, key.end)
    if colon is None:
        raise EditError("no colon stands directly behind this key")
    return [Splice(colon.end(), colon.end(), f" {written.inline}"), below]


def _add_entry(layout: TextLayout, step: AddEntry) -> list[Splice]:
    parent = layout.node(step.pointer)
    entries = parent.entries or ()
    last = next(
        (value for _, name, value in entries if name == step.after), entries[-1][2] if entries else None
    )
    if last is None and not step.pointer:
        lines = write_entry(step.key, step.value, style=layout.style)
        return [Splice(parent.start, parent.end, layout.line_end.join(lines))]
    if parent.layout is Layout.FLOW or last is None:
        key = write_key(step.key, in_flow=True)
        return [_put_in_flow(parent, last, f"{key}: {write_flow([step.value])[1:-1]}")]
    column = layout.column(parent.start)
    lines = write_entry(step.key, step.value, column=column, style=layout.style)
    below = layout.line_after(last)
    return [_put_lines(layout, below, below, lines)]


def _add_item(layout: TextLayout, step: AddItem) -> list[Splice]:
    parent = layout.node(step.pointer)
    items = parent.items or ()
    if parent.layout is Layout.FLOW:
        written = write_flow([step.value])[1:-1]
        if step.index < len(items):
            start = items[step.index].start
            return [Splice(start, start, f"{written}, ")]
        return [_put_in_flow(parent, items[-1] if items else None, written)]
    column = layout.column(parent.start)
    lines = write_item(step.value, column=column, style=layout.style)
    if step.index == len(items):
        below = layout.line_after(items[-1])
        return [_put_lines(layout, below, below, lines)]
    dash = layout.entry_start((*step.pointer, step.index))
    if not layout.is_first_on_line(dash):
        joined = layout.line_end.join((*lines, ""))
        return [Splice(dash, dash, joined[column:] + " " * column)]
    floor = layout.line_after(items[step.index - 1]) if step.index else 0
    above = layout.above_comments(dash, floor=floor)
    return [_put_lines(layout, above, above, lines)]


def _remove(layout: TextLayout, pointer: Pointer) -> list[Splice]:
    parent = layout.node(pointer[:-1])
    if len(parent.items or parent.entries or ()) == 1:
        return _replace(layout, pointer[:-1], {} if parent.items is None else [])
    if parent.layout is Layout.FLOW:
        return [_remove_in_flow(layout, pointer)]
    start = layout.entry_start(pointer)
    end = layout.line_after(layout.node(pointer))
    if not layout.is_first_on_line(start):
        # The next entry, or its comment, takes the place behind the dash.
        rest = layout.text[end:]
        return [Splice(start, end + len(rest) - len(rest.lstrip()), "")]
    start = layout.line_start(start)
    if end == len(layout.text) and not layout.text.endswith("\n"):
        # The file keeps ending without a line end.
        return [Splice(layout.content_end(max(start - 1, 0)), end, "")]
    return [Splice(start, end, "")]


def _remove_in_flow(layout: TextLayout, pointer: Pointer) -> Splice:
    parent = layout.node(pointer[:-1])
    spans = [(item.start, item.end) for item in parent.items or ()]
    spans += [(key.start, value.end) for key, _, value in parent.entries or ()]
    node = layout.node(pointer)
    index = next(index for index, (_, end) in enumerate(spans) if end == node.end)
    is_last = index == len(spans) - 1
    start, end = (spans[index - 1][1], node.end) if is_last else (spans[index][0], spans[index + 1][0])
    if "\n" in layout.text[start:end] and "#" in layout.text[start:end]:
        raise EditError("a comment stands between the values in brackets")
    return Splice(start, end, "")


def _put_in_flow(parent: Node, last: Node | None, written: str) -> Splice:
    if last is None:
        return Splice(parent.start + 1, parent.start + 1, written)
    return Splice(last.end, last.end, f", {written}")


def _put_inline(layout: TextLayout, start: int, end: int, inline: str) -> Splice:
    """Return the splice for a value on its line; no value takes the blanks before it along."""
    before = layout.text[layout.line_start(start) : start]
    if not inline:
        return Splice(start - len(before) + len(before.rstrip()), end, "")
    return Splice(start, end, f" {inline}" if before.endswith((":", "-")) else inline)


def _put_lines(layout: TextLayout, start: int, end: int, lines: Iterable[str]) -> Splice:
    """Return the splice for whole lines in the place of the lines from `start` to `end`."""
    text = "".join(line + layout.line_end for line in lines)
    before = layout.text[:start]
    if end < len(layout.text) or layout.text.endswith("\n") or not layout.text:
        return Splice(start, end, text)
    if before and not before.endswith("\n"):
        return (
            Splice(start, end, layout.line_end + text.removesuffix(layout.line_end))
            if text
            else Splice(start, end, "")
        )
    return Splice(start, end, text.removesuffix(layout.line_end))

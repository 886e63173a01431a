"""How a YAML text is laid out in lines: where an entry begins and ends, and how its neighbours look."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from incidentrepo.documents.nodes import Layout, Node, find_key, find_node
from incidentrepo.documents.writing import Style
from incidentrepo.model.place import Pointer

_BLANKS_AND_COMMENTS = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_COMMENT_LINE = re.compile(r"[ \t]*#[^\n]*\n")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLayout:
    """A text, its nodes, the line end it uses, and how far its lines are indented."""

    text: str
    root: Node
    line_end: str
    style: Style

    def node(self, pointer: Pointer) -> Node:
        """Return the node of a value that is there."""
        node = find_node(self.root, pointer)
        assert node is not None, "a step is planned on the value that was read"
        return node

    def key(self, pointer: Pointer) -> Node | None:
        """Return the node of a value's key; None for a list's item."""
        return find_key(self.root, pointer)

    def is_in_flow(self, pointer: Pointer) -> bool:
        """Tell whether the value at `pointer` stands inside brackets."""
        return any(self.node(pointer[:depth]).layout is Layout.FLOW for depth in range(len(pointer)))

    def column(self, offset: int) -> int:
        """Return how many characters stand before `offset` on its line."""
        return offset - self.line_start(offset)

    def line_start(self, offset: int) -> int:
        """Return where the line of `offset` begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def next_line(self, offset: int) -> int:
        """Return where the line after that of `offset` begins; the text's end behind its last line."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found + 1

    def content_end(self, offset: int) -> int:
        """Return where the line of `offset` ends, before its line end."""
        end = self.text.find("\n", offset)
        if end < 0:
            return len(self.text)
        return end - 1 if self.text[end - 1 : end] == "\r" and end > offset else end

    def line_after(self, node: Node) -> int:
        """Return where the first line behind a value begins."""
        leaf = _last_leaf(node)
        if leaf.layout in {Layout.LITERAL, Layout.FOLDED}:
            return self.block_body(leaf)[1]
        return self.next_line(leaf.end)

    def block_header_end(self, node: Node) -> int:
        """Return where the header (`|-`) of a literal or folded text ends."""
        match = _BLOCK_HEADER.match(self.text, node.start)
        assert match is not None
        return match.end()

    def block_body(self, node: Node) -> tuple[int, int]:
        """Return the span of the lines of a literal or folded text, without what it does not keep."""
        start = self.next_line(node.start)
        if "+" in self.text[node.start : self.block_header_end(node)]:
            return start, max(start, node.end)
        body = self.text[start : node.end].rstrip()
        return (start, self.next_line(start + len(body))) if body else (start, start)

    def is_first_on_line(self, offset: int) -> bool:
        """Tell whether nothing but blanks stands before `offset` on its line."""
        return not self.text[self.line_start(offset) : offset].strip()

    def entry_start(self, pointer: Pointer) -> int:
        """Return where an entry of a block collection begins: at its key, or at its dash."""
        key = self.key(pointer)
        if key is not None:
            return key.start
        index = pointer[-1]
        assert isinstance(index, int)
        if index == 0:
            return self.node(pointer[:-1]).start
        return self.skip_comments(self.line_after(self.node((*pointer[:-1], index - 1))))

    def skip_comments(self, offset: int) -> int:
        """Return where the next thing that is neither blank nor comment begins."""
        match = _BLANKS_AND_COMMENTS.match(self.text, offset)
        assert match is not None
        return match.end()

    def above_comments(self, offset: int, *, floor: int) -> int:
        """Return where the comments directly above the line of `offset` begin, not before `floor`."""
        start = self.line_start(offset)
        while start > floor:
            above = self.line_start(start - 1)
            if above < floor or not _COMMENT_LINE.fullmatch(self.text, above, start):
                break
            start = above
        return start


def read_layout(text: str, root: Node) -> TextLayout:
    """Return the layout of a text whose root node is `root`."""
    first_line, line_feed, _ = text.partition("\n")
    line_end = "\r\n" if line_feed and first_line.endswith("\r") else "\n"
    return TextLayout(text=text, root=root, line_end=line_end, style=_read_style(text, root))


def _last_leaf(node: Node) -> Node:
    while node.layout is Layout.BLOCK:
        node = node.items[-1] if node.items else node.entries[-1][2] if node.entries else node
    return node


def _read_style(text: str, root: Node) -> Style:
    """Return the steps that the text's own author took, the house's where there is no example."""

    def column(offset: int) -> int:
        return offset - text.rfind("\n", 0, offset) - 1

    house = Style()
    below = [
        (value.items is not None, column(value.start) - column(key.start))
        for key, value in _iterate_entries(root)
        if value.layout is Layout.BLOCK and "\n" in text[key.end : value.start]
    ]
    dashes = [
        column(node.items[0].start) - column(node.start)
        for node in _iterate_nodes(root)
        if node.items and node.layout is Layout.BLOCK and "\n" not in text[node.start : node.items[0].start]
    ]
    return Style(
        mapping_step=next((step for is_list, step in below if not is_list), house.mapping_step),
        sequence_step=next((step for is_list, step in below if is_list), house.sequence_step),
        dash_width=max(2, next(iter(dashes), house.dash_width)),
    )


def _iterate_entries(root: Node) -> Iterator[tuple[Node, Node]]:
    for node in _iterate_nodes(root):
        yield from ((key, value) for key, _, value in node.entries or ())


def _iterate_nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in (*(node.items or ()), *(value for _, _, value in node.entries or ())):
        yield from _iterate_nodes(child)

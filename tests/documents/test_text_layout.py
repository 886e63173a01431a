from incidentrepo.documents.nodes import read_nodes
from incidentrepo.documents.text_layout import TextLayout, read_layout
from incidentrepo.documents.writing import Style

TEXT = (
    "# top\nlist:\n# first\n-   a\n\n# second\n# more\n-   b: |\n        x\n\n# tail\nmap:\n    c: {d: 1}\n"
)


def layout_of(text: str) -> TextLayout:
    return read_layout(text, read_nodes(text))


def test_style() -> None:
    """
    The author's own steps are kept, the house's stand where the text shows none.
    """
    assert layout_of(TEXT).style == Style(mapping_step=4, sequence_step=0, dash_width=4)
    assert layout_of("a: 1\n").style == Style()


def test_line_end() -> None:
    """
    New lines end as the first line does.
    """
    assert layout_of("a: 1\r\nb: 2\n").line_end == "\r\n"
    assert layout_of("a: 1\nb: 2\r\n").line_end == "\n"
    assert layout_of("a: 1").line_end == "\n"


def test_line_after() -> None:
    """
    A value's lines end with its last leaf: blank lines and comments behind it are not its own.
    """
    layout = layout_of(TEXT)

    assert TEXT[layout.line_after(layout.node(("list",))) :].startswith("\n# tail")
    assert TEXT[layout.line_after(layout.node(("list", 0))) :].startswith("\n# second")
    assert layout.line_after(layout.node(())) == len(TEXT)


def test_entry_start() -> None:
    """
    An entry begins at its key or its dash, and the comments directly above it are its own.
    """
    layout = layout_of(TEXT)
    dash = layout.entry_start(("list", 1))
    floor = layout.line_after(layout.node(("list", 0)))

    assert TEXT[dash:].startswith("-   b")
    assert TEXT[layout.above_comments(dash, floor=floor) :].startswith("# second\n# more\n-")
    assert TEXT[layout.entry_start(("map", "c")) :].startswith("c: {")


def test_flow() -> None:
    """
    A value in brackets is in flow, the brackets themselves are not.
    """
    layout = layout_of(TEXT)

    assert layout.is_in_flow(("map", "c", "d"))
    assert not layout.is_in_flow(("map", "c"))


def test_content_end() -> None:
    """
    A line's content ends before its line end, of either kind, or with the text.
    """
    layout = layout_of("a: 1\r\n\r\nb: 2\nc: 3")

    assert [layout.content_end(offset) for offset in (0, 6, 8, 13)] == [4, 6, 12, 17]

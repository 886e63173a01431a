from incidentrepo.documents.nodes import Layout, Node, find_key, find_nearest, find_node, read_nodes
from incidentrepo.model.place import Pointer

TEXT = """\
a: 'x'  # c
list:
  - {b: 1}
  - - y
    # behind

  -
text: |
  one

# tail
"""
ROOT = read_nodes(TEXT)


def read(pointer: Pointer) -> tuple[str, Layout]:
    node = find_node(ROOT, pointer)
    assert node is not None
    return TEXT[node.start : node.end], node.layout


def test_spans() -> None:
    """
    A value's span is what a person would mark, and a list's ends before the comments behind it.
    """
    assert read(("a",)) == ("'x'", Layout.SINGLE_QUOTED)
    assert read(("list",)) == ("- {b: 1}\n  - - y\n    # behind\n\n  -", Layout.BLOCK)
    assert read(("list", 0)) == ("{b: 1}", Layout.FLOW)
    assert read(("list", 0, "b")) == ("1", Layout.PLAIN)
    assert read(("list", 1)) == ("- y", Layout.BLOCK)
    assert read(("list", 2)) == ("", Layout.PLAIN)
    assert read(("text",)) == ("|\n  one\n\n", Layout.LITERAL)


def test_key() -> None:
    """
    A value in a mapping has a key, an item and the root have none.
    """
    key = find_key(ROOT, ("list", 0, "b"))

    assert key is not None
    assert TEXT[key.start : key.end] == "b"
    assert find_key(ROOT, ("list", 0)) is None
    assert find_key(ROOT, ()) is None
    assert find_key(ROOT, ("nowhere", "b")) is None


def test_missing() -> None:
    """
    What is not there has no node, and the last value on the way to it is the nearest.
    """
    assert find_node(ROOT, ("list", 3)) is None
    assert find_node(ROOT, ("list", "b")) is None
    assert find_node(ROOT, ("a", "b", "c")) is None
    assert find_nearest(ROOT, ("list", 0, "c", "d")) == find_node(ROOT, ("list", 0))


def test_empty() -> None:
    """
    An empty collection is a collection.
    """
    assert read_nodes("[]") == Node(start=0, end=2, layout=Layout.FLOW, items=())
    assert read_nodes("{}") == Node(start=0, end=2, layout=Layout.FLOW, entries=())

import pytest

from incidentrepo.documents.edit_steps import AddEntry, AddItem, Remove, Replace, Step
from incidentrepo.documents.nodes import read_nodes
from incidentrepo.documents.splicing import splice_step
from incidentrepo.documents.text_layout import read_layout
from incidentrepo.errors import EditError

SPLICES: tuple[tuple[str, Step, str], ...] = (
    ("a:\n  - x # c\n# d\nb: 1\n", Replace(pointer=("a",), value="y z"), "a: y z\n# d\nb: 1\n"),
    ("a: # c\n  - x\n", Replace(pointer=("a",), value={"k": "l\nm"}), "a: # c\n  k: |-\n    l\n    m\n"),
    ("a: >- # c\n  x\n  y\nb: 1\n", Replace(pointer=("a",), value=7), "a: 7 # c\nb: 1\n"),
    ("- a: 1\n  b: 2\n- c\n", Replace(pointer=(0,), value="x"), "- x\n- c\n"),
    ("- # c\n  a: 1\n", Remove(pointer=(0,)), "[]\n"),
    ("{a: {}}\n", AddEntry(pointer=("a",), key="b", value=[1]), "{a: {b: [1]}}\n"),
    ("a:\n  - x\n", AddItem(pointer=("a",), index=0, value="l\nm"), "a:\n  - |-\n    l\n    m\n  - x\n"),
    ("a: {b: 1, c: 1}\n", Remove(pointer=("a", "c")), "a: {b: 1}\n"),
    ("a: [1, 1, 1]\n", Remove(pointer=("a", 1)), "a: [1, 1]\n"),
)


@pytest.mark.parametrize(("text", "step", "changed"), SPLICES)
def test_splice(text: str, step: Step, changed: str) -> None:
    """
    A step changes the value's own characters and the lines it needs.
    """
    assert splice_step(read_layout(text, read_nodes(text)), step) == changed


def test_comment_in_brackets() -> None:
    """
    A comment that would go with its neighbour is not taken.
    """
    text = "a: [1, # c\n  2]\n"

    with pytest.raises(EditError, match="a comment stands between"):
        splice_step(read_layout(text, read_nodes(text)), Remove(pointer=("a", 0)))

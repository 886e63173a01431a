from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.documents.pruning import prune
from tests.documents.strategies import RECORDS

VALUE = {"title": "X", "tags": ["a", "b"], "timeline": [{"at": 1, "by": "ada"}, {"at": 2}]}


def test_what_is_left() -> None:
    """
    What was refused is gone, and every other value keeps its place.
    """
    assert prune(VALUE, [("title",), ("tags", 0), ("timeline", 0, "at"), ("nowhere", 3)]) == {
        "tags": [None, "b"],
        "timeline": [{"by": "ada"}, {"at": 2}],
    }


def test_the_whole() -> None:
    """
    A refusal of the document itself leaves nothing.
    """
    assert prune(VALUE, [("title",), ()]) == {}


def test_nothing_refused() -> None:
    """
    Where nothing is refused it is the value itself, not a copy.
    """
    assert prune(VALUE, []) is VALUE


@given(RECORDS, st.lists(st.tuples(st.text(max_size=2), st.integers(0, 3)), max_size=3))
def test_original_is_untouched(record: dict[str, object], pointers: list[tuple[str, int]]) -> None:
    """
    Pruning twice is pruning once, and the value it began with is as it was.
    """
    before = repr(record)
    refused = [*pointers, *((key,) for key in list(record)[:1])]

    once = prune(record, refused)

    assert prune(once, refused) == once
    assert repr(record) == before

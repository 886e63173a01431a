"""What is packed comes out the same, type for type."""

from dataclasses import dataclass, field

from incidentrepo.model.severity import Severity
from incidentrepo.model.time import parse_time
from incidentrepo.store.packing import pack, unpack


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner:
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outer(Inner):
    inner: tuple[Inner, ...] = ()
    kind: type = Inner
    hidden: str = field(default="", compare=False)


@dataclass
class Open:
    word: str


def test_frozen_values() -> None:
    """
    Values with slots come out equal, with what they inherit and what they do not compare.
    """
    value = Outer(word="a", inner=(Inner(word="b"),), hidden="c")

    found = unpack(pack(value))

    assert found == value
    assert found.hidden == "c"
    assert type(found.inner[0]) is Inner


def test_other_values() -> None:
    """
    What is no such value is packed as `pickle` does it: times, words of a list, classes, open values.
    """
    values = [parse_time("2026-11-02T09:14:00Z"), Severity.SEV2, Outer, {"a": (1, None)}, Open("x")]

    assert unpack(pack(values)) == values


def test_shared_values() -> None:
    """
    A value that stands in two places is packed once.
    """
    one = Inner(word="long " * 100)

    assert len(pack([one, one])) < len(pack([one])) + 20

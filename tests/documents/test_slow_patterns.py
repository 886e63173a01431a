"""Which patterns could hold up every check."""

import re

import pytest

from incidentrepo.documents.judging import find_texts
from incidentrepo.documents.schemas import SCHEMA_NAMES, load_schema
from incidentrepo.documents.slow_patterns import is_slow


@pytest.mark.parametrize(
    "pattern",
    (
        "(a+)+$",
        "^(a*)*$",
        "(a|a)*b",
        "(a?){30}a{30}",
        "(.*,)*x",
        r"^(\w+\s?)*$",
        "((ab)+)+",
        "(é1|ü1)*",
        "(?=(a+)+$)b",
        "([^a]+[^b]+)*",
        r"(\d{1,3}){9}",
        "((a{100}){100}){100}",
    ),
)
def test_slow(pattern: str) -> None:
    """
    What repeats something that can be read in two ways, or be empty, is slow for some text.
    """
    re.compile(pattern)

    assert is_slow(pattern)


@pytest.mark.parametrize(
    "pattern",
    (
        "",
        "^[A-Z]{2,10}-[0-9]+$",
        r"^[a-z0-9]+([._-][a-z0-9]+)*$",
        r"^(\d{1,3}\.){3}\d{1,3}$",
        "^([0-9A-F]{2})+$",
        "^([0-9A-F]{2}:){5}[0-9A-F]{2}$",
        r"^\S+@\S+\.\S+$",
        "^.*foo.*$",
        "^(eu|us|asia)(,(eu|us|asia))*$",
        "^([^,]*,)*[^,]*$",
        r"^(?!x)(a|b|\t)*?$",
        "^(ab?)+$",
        "^[^a]b$",
        "(a|ab)+c",
        r"^(\d*|[a-z]*)$",
        "(é|ü)*",
    ),
)
def test_quick(pattern: str) -> None:
    """
    The patterns that people write for names, numbers and lists are no slow ones.
    """
    assert not is_slow(pattern)


def test_ours_are_quick() -> None:
    """
    No text that a record holds can hold up the check by a schema of ours.
    """
    ours = {pattern for name in SCHEMA_NAMES for pattern in find_texts(load_schema(name), "pattern")}

    assert ours
    assert [pattern for pattern in sorted(ours) if is_slow(pattern)] == []

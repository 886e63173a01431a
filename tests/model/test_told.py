"""The sentence of a commit that says who did something, and when."""

import pytest

from incidentrepo.model.time import parse_time
from incidentrepo.model.told import read_told_at, write_told

NOON = parse_time("2026-11-02T12:00:00Z")


def test_write_told() -> None:
    """
    It says what is given, and nothing where the commit says all by itself.
    """
    assert write_told(by="ada", at=NOON) == "Done by ada at 2026-11-02T12:00:00Z."
    assert write_told(by="ada") == "Done by ada."
    assert write_told(at=NOON) == "Done at 2026-11-02T12:00:00Z."
    assert write_told() == ""


@pytest.mark.parametrize("by", (None, "ada"))
def test_read_told_at(by: str | None) -> None:
    """
    The time that is written is the time that is read, wherever in the body the sentence stands.
    """
    body = f"It was the fuse.\n\n{write_told(by=by, at=NOON)}\n"

    assert read_told_at(body) == "2026-11-02T12:00:00Z"


@pytest.mark.parametrize("body", ("", "Done by ada.", "Done at noon, I think.", "It was Done at 12:00."))
def test_read_no_time(body: str) -> None:
    """
    Where no sentence of ours names a time, there is none.
    """
    assert read_told_at(body) is None

"""Options that mean the same in every command."""

import pytest

from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository


@pytest.mark.parametrize("reason", ("", " \n "))
@pytest.mark.parametrize(
    "words", (("severity", "SEV1"), ("invalidate",), ("follow-up", "move", "1", "--to", "2026-12-23"))
)
def test_reason_says_something(incidents: GitRepository, words: tuple[str, ...], reason: str) -> None:
    """
    A reason that says nothing is none: the record would fail its own check.
    """
    succeed(incidents.path, "declare", "Checkout answers 500", "-s", "SEV3")
    succeed(incidents.path, "follow-up", "add", "Write a runbook")

    ended = call(incidents.path, *words, "--reason", reason)

    assert ended.code == 2
    assert ended.err.startswith("error: invalid value for '--reason': it is empty\n")

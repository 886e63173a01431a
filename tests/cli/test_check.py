"""What `check` is asked to judge."""

import pytest

from tests.cli.calling import call
from tests.git_repository import GitRepository


@pytest.mark.parametrize("option", ("--rev", "--base"))
def test_empty_name(incidents: GitRepository, option: str) -> None:
    """
    An empty name of a commit, as of a variable that CI does not know, is never a green light.
    """
    ended = call(incidents.path, "check", option, "")

    assert (ended.code, ended.err.splitlines()[0]) == (3, f"error: no revision '' in {incidents.path}")

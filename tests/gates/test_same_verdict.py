import pytest

from tests.gates.changes import CHANGES
from tests.gates.conftest import NEXT_YEAR, TODAY
from tests.gates.editing import Change
from tests.gates.world import Proposal, Verdict, World
from tests.git_repository import GitRepository


def test_enough_of_each() -> None:
    """
    The table holds at least sixty changes, each with a name of its own, many of which pass.
    """
    assert len({change.name for change in CHANGES}) == len(CHANGES) >= 60
    assert sum(change.code == 0 for change in CHANGES) >= 20


@pytest.mark.slow
@pytest.mark.parametrize("now", (TODAY, NEXT_YEAR), ids=("today", "in-a-year"))
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.name)
def test_same_verdict(
    change: Change,
    now: str,
    worlds: dict[str, World],
    proposals: tuple[GitRepository, dict[str, Proposal]],
) -> None:
    """
    A change passes everywhere or nowhere, for the same reasons, today and in a year.
    """
    world, proposal = worlds[now], proposals[1][change.name]
    expected = Verdict(passes=change.code == 0, rules=change.rules)

    verdicts = {
        "check": world.check(proposal),
        "pre-commit": world.commit(proposal),
        "pre-receive": world.push(proposal),
        "GitHub": world.github(proposal),
        "GitLab": world.gitlab(proposal),
    }

    assert verdicts == dict.fromkeys(verdicts, expected)

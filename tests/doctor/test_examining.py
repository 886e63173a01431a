from dataclasses import replace

import pytest

from incidentrepo.doctor.asking import PIPELINE
from incidentrepo.doctor.examining import examine, has_gap
from incidentrepo.doctor.facts import CiFiles, Facts, HostAnswer
from incidentrepo.doctor.hosts import PushHost
from incidentrepo.doctor.verdict import State

GOOD = Facts(
    host=PushHost.GITHUB,
    branch="main",
    default_branch="main",
    is_bare=False,
    is_shallow=False,
    has_adopted=True,
    hook=".git/hooks/pre-commit",
    ci=CiFiles(checks=("check.yml",), deadlines=("owed.yml",), scheduled=("owed.yml",)),
    owners_file="CODEOWNERS",
    unowned=(),
    user=None,
    is_signing=True,
    answer=HostAnswer(is_public=False, required=("Check incidents",)),
)


def states(facts: Facts) -> dict[str, State]:
    """Return what is not as it should be."""
    return {verdict.about: verdict.state for verdict in examine(facts) if verdict.state is not State.OK}


def test_all_is_well() -> None:
    """
    Where each gate holds, all is well.
    """
    assert (states(GOOD), has_gap(examine(GOOD))) == ({}, False)


@pytest.mark.parametrize(
    ("facts", "state"),
    (
        (replace(GOOD, answer=None), State.UNKNOWN),
        (replace(GOOD, answer=HostAnswer(is_public=False, required=())), State.MISSING),
        (replace(GOOD, answer=HostAnswer(is_public=False, required=("tests",))), State.MISSING),
        (replace(GOOD, host=PushHost.GITLAB), State.MISSING),
        (replace(GOOD, host=PushHost.BITBUCKET, answer=None), State.UNKNOWN),
        (replace(GOOD, host=PushHost.OTHER, answer=None), State.UNKNOWN),
        (replace(GOOD, host=PushHost.PLAIN, answer=None), State.UNKNOWN),
        (replace(GOOD, host=PushHost.NONE, answer=None), State.ADVICE),
        (replace(GOOD, is_bare=True, hook=None), State.MISSING),
    ),
)
def test_gate(facts: Facts, state: State) -> None:
    """
    A gate is what keeps a change out: what only advises, or cannot be seen from here, is said to be that.
    """
    assert states(facts)["gate"] == state
    assert has_gap(examine(facts)) == (state is State.MISSING)


@pytest.mark.parametrize(
    "facts",
    (
        replace(GOOD, host=PushHost.GITLAB, answer=HostAnswer(is_public=False, required=(PIPELINE,))),
        replace(GOOD, host=PushHost.NONE, is_bare=True, hook="hooks/pre-receive"),
    ),
)
def test_other_gates(facts: Facts) -> None:
    """
    GitLab requires whole pipelines, and a server of one's own judges each push.
    """
    assert "gate" not in states(facts)


@pytest.mark.parametrize(
    ("facts", "wrong"),
    (
        (replace(GOOD, ci=replace(GOOD.ci, checks=())), {"check in CI": State.MISSING}),
        (replace(GOOD, ci=replace(GOOD.ci, scheduled=())), {"schedule": State.ADVICE}),
        (
            replace(GOOD, host=PushHost.GITLAB, answer=HostAnswer(is_public=False, required=(PIPELINE,))),
            {"schedule": State.UNKNOWN},
        ),
        (replace(GOOD, ci=replace(GOOD.ci, unpinned=("a/b@v1",))), {"pins": State.ADVICE}),
        (replace(GOOD, owners_file=None, unowned=("incidentrepo.yaml",)), {"owners": State.ADVICE}),
        (replace(GOOD, branch="records"), {"branch": State.ADVICE}),
        (replace(GOOD, hook=None), {"hook here": State.ADVICE}),
        (replace(GOOD, is_shallow=True), {"history": State.ADVICE}),
        (replace(GOOD, user="ada@example.org"), {"you": State.ADVICE}),
        (replace(GOOD, is_signing=False), {"signing": State.ADVICE}),
        (replace(GOOD, has_adopted=False), {"policy": State.ADVICE}),
        (
            replace(GOOD, answer=HostAnswer(is_public=True, required=("Check incidents",))),
            {"readers": State.ADVICE},
        ),
    ),
)
def test_each_lack(facts: Facts, wrong: dict[str, State]) -> None:
    """
    Each thing that is lacking is told by itself, with why it matters and what to do next.
    """
    assert states(facts) == wrong
    assert all(verdict.why and verdict.next for verdict in examine(facts) if verdict.state is not State.OK)


def test_public_site_without_an_address() -> None:
    """
    Feeds that lead nowhere are told, and keep nothing out.
    """
    facts = replace(GOOD, is_without_address=True)

    assert (states(facts), has_gap(examine(facts))) == ({"address": State.ADVICE}, False)

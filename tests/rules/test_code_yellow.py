"""Code yellow: overdue work weighs more where the policy asks for it, and nowhere else."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from incidentrepo.checks import check_change, check_repository
from incidentrepo.findings import Finding
from incidentrepo.repository import Repository
from incidentrepo.rules.code_yellow import code_yellow_notes
from tests.folders import ID, INCIDENT, NOW, POLICY, RECORD, load

OVER = """\
severity: SEV2
status: {status}
owner: ada
declared_by: ada
services: [checkout]
declared_at: 2026-11-02T09:14:00Z
resolved_at: 2026-11-02T11:05:00Z
"""
FOLLOW_UP = """\
follow_ups:
  - {id: f3a6q2m7x, title: Alert, created_at: 2026-11-02T11:20:00Z, due_on: 2026-11-10, status: open}
"""
CHECKOUT = "code_yellow: {service: checkout}\n"


def make(folder: Path, policy: str, *, status: str = "resolved", more: str = "") -> Repository:
    files = {"incidentrepo.yaml": POLICY + policy, INCIDENT: RECORD + OVER.format(status=status) + more}
    return load(folder, files)


def levels(repository: Repository, now: datetime = NOW) -> dict[str, str]:
    return {finding.rule: finding.level.value for finding in overdue(check_repository(repository, now=now))}


def overdue(found: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in found if finding.rule.endswith("-overdue")]


@pytest.mark.parametrize(
    ("policy", "level"),
    (
        ("", "warning"),
        (CHECKOUT, "error"),
        ("code_yellow: {service: search}\n", "warning"),
        ("code_yellow: {severity: {at_least: SEV2}}\n", "error"),
        ("code_yellow: {severity: SEV1}\n", "warning"),
        ("code_yellow: {overdue: postmortem}\n", "error"),
        ("code_yellow: {overdue: review}\n", "warning"),
        (CHECKOUT + "rules: {postmortem-overdue: note}\n", "error"),
    ),
)
def test_where_it_holds(tmp_path: Path, policy: str, level: str) -> None:
    """
    What is overdue is an error where the condition holds, and the warning it is anywhere else.
    """
    assert levels(make(tmp_path, policy)) == {"postmortem-overdue": level}


def test_every_kind(tmp_path: Path) -> None:
    """
    A follow-up weighs as much as a postmortem; a rule that is off stays off.
    """
    both = make(tmp_path / "1", CHECKOUT, more=FOLLOW_UP)
    one = make(tmp_path / "2", CHECKOUT + "rules: {postmortem-overdue: off}\n", more=FOLLOW_UP)

    assert levels(both) == {"follow-up-overdue": "error", "postmortem-overdue": "error"}
    assert levels(one) == {"follow-up-overdue": "error"}


@pytest.mark.parametrize("status", ("open", "mitigated"))
def test_never_in_the_middle_of_a_fire(tmp_path: Path, status: str) -> None:
    """
    While people are at work on it, nothing that is overdue stands in their way.
    """
    burning = make(tmp_path, CHECKOUT, status=status, more=FOLLOW_UP)

    assert levels(burning)["follow-up-overdue"] == "warning"


def test_in_time(tmp_path: Path) -> None:
    """
    What is not overdue yet is no error.
    """
    assert levels(make(tmp_path, CHECKOUT), now=datetime(2026, 11, 4, tzinfo=UTC)) == {}


def test_waived(tmp_path: Path) -> None:
    """
    What another person let off is neither.
    """
    waiver = "waivers: [{duty: postmortem, reason: x, by: ada, approved_by: linus}]\n"

    assert levels(make(tmp_path, CHECKOUT, more=waiver)) == {}


def test_old_stays_old(tmp_path: Path) -> None:
    """
    A change is not held up by what was overdue before it, and half of a debt may be paid.
    """
    before = make(tmp_path / "1", CHECKOUT, more=FOLLOW_UP)
    after = make(tmp_path / "2", CHECKOUT, more=FOLLOW_UP.replace("status: open", "status: done"))

    found = overdue(check_change([before], after, now=NOW))

    assert [(finding.rule, finding.level, finding.is_old) for finding in found] == [
        ("postmortem-overdue", "error", True)
    ]


def test_notes(tmp_path: Path) -> None:
    """
    A report says that code yellow holds and for what; where it holds for nothing, nothing.
    """
    yellow, calm = make(tmp_path / "1", CHECKOUT, more=FOLLOW_UP), make(tmp_path / "2", "")

    assert tuple(code_yellow_notes(check_repository(yellow, now=NOW), yellow.policy)) == (
        f"code yellow: what is overdue is an error for {ID}",
    )
    assert tuple(code_yellow_notes(check_repository(calm, now=NOW), calm.policy)) == ()

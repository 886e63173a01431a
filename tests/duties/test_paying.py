from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.duties.records import A, owed, path_of, record


@pytest.mark.parametrize(
    ("review", "is_satisfied"),
    (
        ("{scheduled_at: 2026-11-10T10:00:00Z}", False),
        ("{held_at: 2026-11-10T10:00:00Z}", True),
        ("{approved_by: [linus]}", True),
        ("{approved_by: [ada]}", False),
    ),
)
def test_review(tmp_path: Path, review: str, *, is_satisfied: bool) -> None:
    """
    A review is held in a meeting, or by the approval of somebody who did not write the postmortem.
    """
    page = {path_of(A, "postmortem.md"): "---\nstatus: final\nauthors: [ada]\n---\nA cable.\n"}

    found = owed(tmp_path, record(more=f"review: {review}\n"), page)

    assert [duty.is_satisfied for duty in found if duty.name == "review"] == [is_satisfied]


@pytest.mark.parametrize(
    ("severity", "text", "is_satisfied"),
    (
        ("SEV2", "A cable.", False),
        ("SEV2", "## What happened\n\nA cable was\nunplugged.\n\n[[timeline]]", False),
        ("SEV2", "A cable. It is labelled now.", True),
        ("SEV2", "A cable came loose\n\nIt is labelled now", True),
        ("SEV3", "A cable.", True),
    ),
)
def test_one_sentence(tmp_path: Path, severity: str, text: str, *, is_satisfied: bool) -> None:
    """
    One sentence is a postmortem where the severity says so; elsewhere there has to be a second.
    """
    page = {path_of(A, "postmortem.md"): f"---\nstatus: final\n---\n{text}\n"}

    postmortem = owed(tmp_path, record(severity=severity), page)[0]

    assert postmortem.is_satisfied is is_satisfied


RAISED = """\
timeline:
  - {at: 2026-11-02T09:14:00Z, by: ada, entry: declared, severity: SEV3}
  - {at: 2026-11-06T09:00:00Z, by: ada, entry: severity, from: SEV3, to: SEV2, reason: Orders were lost.}
"""


def test_raised_after_closing(tmp_path: Path) -> None:
    """
    What was closed with one sentence owes more once it is raised; before policy was adopted, nothing.
    """
    page = {path_of(A, "postmortem.md"): "---\nstatus: final\n---\nA cable.\n"}
    closed = record(severity="SEV2", more=RAISED)

    (postmortem,) = owed(tmp_path / "now", closed, page)
    before = owed(tmp_path / "before", closed, page, policy="adopted_on: 2026-11-03\n")

    assert (postmortem.name, postmortem.is_open, before) == ("postmortem", True, ())


OWN = """\
duties:
  - {{name: own, when: {{severity: SEV3}}, from: resolved_at, within: 1 day, satisfied_by: {}}}
"""
TOLD = """\
timeline:
  - {{at: 2026-11-02T{}:00:00Z, by: ada, entry: update, audience: {}, text: Soon.}}
"""
PUBLIC = "---\ntitle: T\nslug: t\npublished_at: 2026-11-03T08:00:00Z\n---\nText.\n"


@pytest.mark.parametrize(
    ("paid_by", "more", "paid_at"),
    (
        ("update", TOLD.format(10, "internal"), None),
        ("update", TOLD.format(12, "internal"), "2026-11-02T12:00"),
        ("public_update", TOLD.format(12, "internal"), None),
        ("public_update", TOLD.format(12, "public"), "2026-11-02T12:00"),
        ("publication", "visibility: public\n", "2026-11-03T08:00"),
        ("publication", "visibility: withdrawn\n", "2026-11-03T08:00"),
        ("publication", "visibility: internal\n", None),
        ("closing", "closed_at: 2026-11-05T09:00:00Z\n", None),
        ("{field: custom.told_at}", "custom: {told_at: 2026-11-03T09:30:00Z}\n", "2026-11-03T09:30"),
        ("{field: custom.told_at}", "custom: {told_at: ''}\n", None),
        ("{field: custom.told}", "custom: {told: false}\n", None),
        ("{field: acknowledged_at}", "acknowledged_at: 2026-11-02T09:20:00Z\n", "2026-11-02T09:20"),
        ("{field: roles.scribe}", "roles: {commander: ada}\n", None),
        ("{field: impact.customers}", "", None),
    ),
)
def test_what_pays_an_own_duty(tmp_path: Path, paid_by: str, more: str, paid_at: str | None) -> None:
    """
    Each way of paying says when it was done; what came before the clock began does not count.
    """
    files = (record(severity="SEV3", more=more), {path_of(A, "public.md"): PUBLIC})

    found = [duty for duty in owed(tmp_path, *files, policy=OWN.format(paid_by)) if duty.is_own]

    paid = [duty.satisfied_at.isoformat()[:16] for duty in found if duty.satisfied_at]
    assert (len(found), paid) == (1, [paid_at] if paid_at else [])
    assert found[0].is_satisfied is bool(paid_at)


def test_follow_ups_pay(tmp_path: Path) -> None:
    """
    An own duty that follow-ups pay is paid when the last of those that were agreed has ended.
    """
    ended = "  - {id: faaaaaaaa, title: A, status: done, done_at: 2026-11-04T09:00:00Z}\n"
    late = "  - {id: fbbbbbbbb, title: B, status: done, done_at: 2026-11-09T09:00:00Z}\n"
    open_ = "  - {id: fcccccccc, title: C, status: open}\n"
    idea = "  - {id: fdddddddd, title: D, status: proposed}\n"

    found = [
        duty
        for number, listed in enumerate((ended + late + idea, ended + open_))
        for duty in owed(
            tmp_path / str(number),
            record(severity="SEV3", more=f"follow_ups:\n{listed}"),
            policy=OWN.format("follow_ups"),
        )
        if duty.is_own
    ]

    assert [(duty.is_satisfied, duty.is_late, duty.bars_closing) for duty in found] == [
        (True, True, False),
        (False, False, False),
    ]


def test_a_field_set_by_command(tmp_path: Path) -> None:
    """
    Where the value is no time, the entry that set it says when.
    """
    entry = "timeline: [{at: 2026-11-03T10:00:00Z, by: ada, entry: field, field: custom.case, to: R-1}]\n"
    more = "custom: {case: R-1}\n" + entry

    (duty,) = [
        each
        for each in owed(
            tmp_path, record(severity="SEV3", more=more), policy=OWN.format("{field: custom.case}")
        )
        if each.is_own
    ]

    assert duty.satisfied_at == datetime(2026, 11, 3, 10, tzinfo=UTC)


def test_updates_alone_are_no_publication(tmp_path: Path) -> None:
    """
    The world was told that it goes wrong, not yet what happened: that is still owed.
    """
    told = record(severity="SEV3", more="visibility: public\n" + TOLD.format(12, "public"))
    page = {path_of(A, "public.md"): "---\ntitle: T\nslug: t\n---\n<!-- What happened? -->\n"}

    found = [duty for duty in owed(tmp_path, told, page, policy=OWN.format("publication")) if duty.is_own]

    assert [duty.is_satisfied for duty in found] == [False]

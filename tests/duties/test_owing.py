from datetime import UTC, datetime
from pathlib import Path

import pytest

from incidentrepo.duties import owed_duties
from incidentrepo.model.duty import Duty
from tests.folders import NOW, load

HEAD = """\
schema_version: 1
id: {id}
title: Checkout
kind: incident
severity: {severity}
status: resolved
owner: grace
declared_by: ada
declared_at: 2026-11-02T09:14:00Z
resolved_at: 2026-11-02T11:05:00Z
"""
A, B, C = "2026-11-02-a", "2026-11-02-b", "2026-11-02-c"


def path_of(incident: str, name: str = "incident.yaml") -> str:
    return f"incidents/2026/11/{incident}/{name}"


def record(incident: str = A, severity: str = "SEV1", more: str = "") -> dict[str, str]:
    return {path_of(incident): HEAD.format(id=incident, severity=severity) + more}


def duties(folder: Path, *records: dict[str, str], policy: str = "") -> list[tuple[str, str, str]]:
    """Return what each duty is, of which incident, and when it is due."""
    return [
        (duty.name, duty.incident, duty.due_at.isoformat(timespec="minutes"))
        for duty in owed(folder, *records, policy=policy)
    ]


def owed(folder: Path, *records: dict[str, str], policy: str = "") -> tuple[Duty, ...]:
    files = {path: text for files in records for path, text in files.items()}
    if policy:
        files["incidentrepo.yaml"] = f"schema_version: 1\norganisation: {{name: T}}\n{policy}"
    return owed_duties(load(folder, files), now=NOW)


FOLLOW_UP = """\
follow_ups:
  - id: f3a6q2m7x
    title: Alert on it
    created_at: 2026-11-02T11:20:00Z
    status: open
"""


def test_what_is_owed(tmp_path: Path) -> None:
    """
    SEV1 owes a postmortem, a review and its follow-ups, the first to be due first.
    """
    assert duties(tmp_path, record(more=FOLLOW_UP)) == [
        ("postmortem", A, "2026-11-05T23:59+00:00"),
        ("review", A, "2026-11-16T23:59+00:00"),
        ("follow-up", A, "2026-12-02T23:59+00:00"),
    ]


def test_a_duty_in_full(tmp_path: Path) -> None:
    """
    A duty says who owes what since when; a follow-up's is its owner's, else the incident's.
    """
    text = HEAD.format(id=A, severity="SEV3").replace("status: resolved", "status: open")
    open_incident = {path_of(A): text.replace("resolved_at: 2026-11-02T11:05:00Z\n", FOLLOW_UP)}

    *_, follow_up = owed(tmp_path, open_incident)

    assert follow_up == Duty(
        name="follow-up",
        incident=A,
        subject="Alert on it",
        owed_by="grace",
        since=datetime(2026, 11, 2, 11, 20, tzinfo=UTC),
        due_at=datetime(2026, 12, 2, 23, 59, 59, 999_999, tzinfo=UTC),
        within="30 days",
        follow_up="f3a6q2m7x",
        satisfied_by="follow_ups",
    )


@pytest.mark.parametrize(
    ("severity", "expected"),
    (
        ("SEV1", [("postmortem", A, "2026-11-05T23:59+00:00"), ("review", A, "2026-11-16T23:59+00:00")]),
        ("SEV2", [("postmortem", A, "2026-11-09T23:59+00:00")]),
        ("SEV3", [("postmortem", A, "2026-11-16T23:59+00:00")]),
        ("SEV4", []),
    ),
)
def test_each_severity(tmp_path: Path, severity: str, expected: list[tuple[str, str, str]]) -> None:
    """
    Each severity owes what the policy says of it; one that the policy does not have owes nothing.
    """
    assert duties(tmp_path, record(severity=severity)) == expected


def test_highest_severity(tmp_path: Path) -> None:
    """
    A downgrade changes nothing: duties come from the highest severity ever held.
    """
    downgrade = """\
timeline:
  - {at: 2026-11-02T09:30:00Z, by: ada, entry: severity, from: SEV1, to: SEV3, reason: Quieter.}
"""

    assert duties(tmp_path, record(severity="SEV3", more=downgrade))[0] == (
        "postmortem",
        A,
        "2026-11-05T23:59+00:00",
    )


def test_severity_above_the_policys(tmp_path: Path) -> None:
    """
    A severity worse than any the policy has owes what the worst there does.
    """
    policy = "severities:\n  SEV2: {postmortem: 1 day}\n  SEV3: {}\n"

    assert duties(tmp_path, record(severity="SEV1"), policy=policy) == [
        ("postmortem", A, "2026-11-03T23:59+00:00")
    ]


def test_closed_at_once(tmp_path: Path) -> None:
    """
    Closing without resolving skips the time, and no duty with it.
    """
    files = {path: text.replace("resolved_at", "closed_at") for path, text in record(severity="SEV2").items()}

    assert duties(tmp_path, files) == [("postmortem", A, "2026-11-09T23:59+00:00")]


def test_day_in_the_policys_zone(tmp_path: Path) -> None:
    """
    A date counts from that day in the policy's zone, on whichever side of Greenwich.
    """
    text = HEAD.format(id=A, severity="SEV2").replace("2026-11-02T11:05:00Z", "2026-11-02")
    policy = "timezone: Pacific/Auckland\n"

    assert duties(tmp_path, {path_of(A): text}, policy=policy) == [
        ("postmortem", A, "2026-11-09T23:59+13:00")
    ]


@pytest.mark.parametrize(
    ("page", "is_satisfied", "satisfied_at"),
    (
        ("---\nstatus: draft\n---\nA cable.\n", False, None),
        (
            "---\nstatus: final\nfinished_at: 2026-11-04T10:00:00Z\n---\nA cable. It hangs now.\n",
            True,
            datetime(2026, 11, 4, 10, tzinfo=UTC),
        ),
    ),
)
def test_postmortem(tmp_path: Path, page: str, satisfied_at: datetime | None, *, is_satisfied: bool) -> None:
    """
    A postmortem is paid when it is final, and not before.
    """
    (duty,) = owed(tmp_path, record(severity="SEV2"), {path_of(A, "postmortem.md"): page})

    assert (duty.is_satisfied, duty.satisfied_at) == (is_satisfied, satisfied_at)


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
    ("change", "expected"),
    (
        (("status: open", "status: proposed"), []),
        (("status: open", "status: open\n    when: now"), []),
        (("status: open", "status: open\n    due_on: 2026-11-10"), ["2026-11-10T23:59+00:00"]),
        (("    created_at: 2026-11-02T11:20:00Z\n", ""), []),
        (("created_at: 2026-11-02T11:20:00Z", "due_on: 2026-11-10"), ["2026-11-10T23:59+00:00"]),
        (
            ("created_at: 2026-11-02T11:20:00Z", "created_at: 9999-12-31T09:00:00Z"),
            ["9999-12-31T23:59+00:00"],
        ),
    ),
)
def test_follow_ups(tmp_path: Path, change: tuple[str, str], expected: list[str]) -> None:
    """
    A follow-up is due on its own date, else so long after it was made; what is not agreed is not owed.
    """
    incident = record(severity="SEV5", more=FOLLOW_UP.replace(*change))

    found = duties(tmp_path, incident, policy="severities: {SEV5: {}}\n")

    assert [due for _, _, due in found] == expected


def test_ended_follow_ups(tmp_path: Path) -> None:
    """
    Done and dropped are both paid.
    """
    done = FOLLOW_UP.replace("status: open", "status: done\n    done_at: 2026-11-09T09:00:00Z")
    dropped = FOLLOW_UP.replace("status: open", "status: wont_do\n    reason: Too dear.")

    for index, more in enumerate((done, dropped)):
        *_, duty = owed(tmp_path / str(index), record(more=more))
        assert duty.is_satisfied


@pytest.mark.parametrize(
    ("waiver", "is_waived"),
    (
        ("{duty: review, reason: Known, by: ada, approved_by: linus}", True),
        ("{duty: review, reason: Known, by: ada}", False),
        ("{duty: review, reason: Known, by: ada, approved_by: ada}", False),
        ("{duty: review, reason: Known, by: ada, approved_by: grace}", False),
        ("{duty: postmortem, reason: Known, by: ada, approved_by: linus}", False),
    ),
)
def test_waivers(tmp_path: Path, waiver: str, *, is_waived: bool) -> None:
    """
    A duty is let off by somebody who is neither the waiver's author nor the owner.
    """
    found = owed(tmp_path, record(more=f"waivers: [{waiver}]\n"))

    assert [duty.is_waived for duty in found if duty.name == "review"] == [is_waived]


def test_waiver_that_runs_out(tmp_path: Path) -> None:
    """
    Leave holds to the end of its last day, the longest of several.
    """
    waivers = "\n".join(
        f"  - {{duty: review, reason: Known, by: ada, approved_by: linus, until: {day}}}"
        for day in ("2026-12-01", "2026-11-20")
    )

    *_, review = owed(tmp_path, record(more=f"waivers:\n{waivers}\n"))

    assert review.waived_until == datetime(2026, 12, 1, 23, 59, 59, 999_999, tzinfo=UTC)
    assert [review.is_overdue(datetime(2026, 12, day, tzinfo=UTC)) for day in (1, 2)] == [False, True]


def test_duplicates_hand_on(tmp_path: Path) -> None:
    """
    A duplicate owes nothing, and what it was counts for the one it repeats, by alias and by chain too.
    """
    original = record(A, "SEV3", "aliases: [2026-11-02-old]\n")
    duplicate = record(B, "SEV2", "related: {duplicate_of: 2026-11-02-old}\n")
    twice = record(C, "SEV1", f"related: {{duplicate_of: {B}}}\n")

    assert duties(tmp_path, original, duplicate, twice) == [
        ("postmortem", A, "2026-11-05T23:59+00:00"),
        ("review", A, "2026-11-16T23:59+00:00"),
    ]


@pytest.mark.parametrize("target", (A, B, "2026-01-01-nowhere"))
def test_duplicates_of_nothing(tmp_path: Path, target: str) -> None:
    """
    Incidents that point at themselves, at each other or at nothing keep their own duties.
    """
    first = record(A, "SEV2", f"related: {{duplicate_of: {target}}}\n")
    second = record(B, "SEV2", f"related: {{duplicate_of: {A}}}\n")

    found = duties(tmp_path, first, second)

    assert found == [("postmortem", incident, "2026-11-09T23:59+00:00") for incident in (A, B)]


def test_duplicate_of_what_owes_nothing(tmp_path: Path) -> None:
    """
    Duties are not handed to a near miss, where they would be gone.
    """
    near_miss = {path: text.replace("kind: incident", "kind: near_miss") for path, text in record(B).items()}
    duplicate = record(A, "SEV2", f"related: {{duplicate_of: {B}}}\n")

    assert duties(tmp_path, near_miss, duplicate) == [("postmortem", A, "2026-11-09T23:59+00:00")]

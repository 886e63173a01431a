"""The files that Statuspage's clients ask for."""

import json
from dataclasses import replace
from typing import Any

from incidentrepo.model.edition import PublicIncident, PublicUpdate
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status, UpdateState
from incidentrepo.model.time import parse_time
from incidentrepo.site.public.context import make_context
from incidentrepo.site.public.statuspage import make_status_files
from tests.site.editions import public

FIRST = PublicUpdate(
    at=parse_time("2026-11-02T09:14:00Z"), state=UpdateState.INVESTIGATING, text="We *look*."
)
SECOND = PublicUpdate(
    at=parse_time("2026-11-02T09:32:00Z"), state=UpdateState.IDENTIFIED, text="We <b>know</b>."
)
BURNING = PublicIncident(
    slug="checkout",
    title="Checkout fails",
    severity=Severity.SEV2,
    status=Status.MITIGATED,
    started_at=parse_time("2026-11-02T09:02:00+01:00"),
    mitigated_at=parse_time("2026-11-02T09:41:00Z"),
    updates=(SECOND, FIRST),
)
OVER = PublicIncident(
    slug="late", title="Late", status=Status.RESOLVED, resolved_at=parse_time("2026-10-02T10:00:00Z")
)
WORK = PublicIncident(
    slug="work",
    title="New racks",
    kind=Kind.MAINTENANCE,
    status=Status.OPEN,
    started_at=parse_time("2026-11-02T08:00:00Z"),
)
DRILL = PublicIncident(slug="drill", title="A drill", kind=Kind.EXERCISE, status=Status.OPEN)
GONE = PublicIncident(slug="gone", is_withdrawn=True)


def read(*incidents: PublicIncident) -> dict[str, Any]:
    """Return by path what each file says."""
    files = make_status_files(make_context(public(*incidents)))
    return {file.path.removeprefix("api/v2/"): json.loads(file.data) for file in files}


def test_summary() -> None:
    """
    The summary tells what goes on and how bad it is; drills and what was withdrawn are told to nobody.
    """
    summary = read(BURNING, OVER, WORK, DRILL, GONE)["summary.json"]

    assert summary["status"] == {"indicator": "major", "description": "Partial System Outage"}
    assert [one["name"] for one in summary["incidents"]] == ["Checkout fails"]
    assert [one["status"] for one in summary["scheduled_maintenances"]] == ["in_progress"]
    assert summary["page"]["url"] == "https://status.example/"
    assert summary["components"] == []


def test_all_is_well() -> None:
    """
    Where nothing goes on, all is operational.
    """
    assert read(OVER)["status.json"]["status"] == {
        "indicator": "none",
        "description": "All Systems Operational",
    }


def test_an_incident() -> None:
    """
    An incident has its times in UTC, its impact in Statuspage's words, and its updates, newest first.
    """
    files = read(BURNING, OVER)
    incident = files["incidents.json"]["incidents"][0]

    assert {
        name: incident[name] for name in ("status", "impact", "started_at", "monitoring_at", "resolved_at")
    } == {
        "status": "monitoring",
        "impact": "major",
        "started_at": "2026-11-02T08:02:00.000Z",
        "monitoring_at": "2026-11-02T09:41:00.000Z",
        "resolved_at": None,
    }
    assert incident["shortlink"] == "https://status.example/incidents/checkout/"
    assert [update["body"] for update in incident["incident_updates"]] == ["We know.", "We look."]
    assert files["incidents/unresolved.json"]["incidents"] == [incident]


def test_ids_stay() -> None:
    """
    A further update leaves every id that was given out as it was.
    """
    before = read(BURNING)["incidents.json"]["incidents"][0]
    third = PublicUpdate(at=parse_time("2026-11-02T10:00:00Z"), state=UpdateState.RESOLVED, text="Over.")
    longer = PublicIncident(
        slug="checkout", title="Renamed", status=Status.RESOLVED, updates=(third, SECOND, FIRST)
    )

    after = read(longer)["incidents.json"]["incidents"][0]

    assert after["id"] == before["id"]
    assert [one["id"] for one in after["incident_updates"][1:]] == [
        one["id"] for one in before["incident_updates"]
    ]


def test_year_before_1000() -> None:
    """
    A year has four digits, be it a mistyped one.
    """
    old = PublicIncident(
        slug="old", title="Old", status=Status.RESOLVED, started_at=parse_time("0226-10-02T10:00:00Z")
    )

    (told,) = read(old)["incidents.json"]["incidents"]

    assert told["started_at"] == "0226-10-02T10:00:00.000Z"


def test_updates_of_planned_work() -> None:
    """
    An update of planned work is `scheduled` until the work began, and nobody investigates it after that.
    """
    said = (
        PublicUpdate(at=parse_time("2026-11-02T12:00:00Z"), state=UpdateState.RESOLVED, text="Done."),
        PublicUpdate(at=parse_time("2026-11-02T08:00:00Z"), state=None, text="We begin."),
        PublicUpdate(at=parse_time("2026-11-01T08:00:00Z"), state=None, text="We plan it."),
    )

    (work,) = read(replace(WORK, updates=said))["scheduled-maintenances.json"]["scheduled_maintenances"]

    assert [update["status"] for update in work["incident_updates"]] == [
        "completed",
        "in_progress",
        "scheduled",
    ]


def test_planned_work_whose_time_is_over() -> None:
    """
    Nobody is told that something is to come once its time has passed.
    """
    coming = replace(WORK, started_at=None, planned_until=parse_time("2026-11-02T10:00:00Z"))

    for one, names in ((coming, ["New racks"]), (replace(coming, has_passed=True), [])):
        files = read(one)
        upcoming = files["scheduled-maintenances/upcoming.json"]["scheduled_maintenances"]
        assert [told["name"] for told in upcoming] == names
        assert [told["name"] for told in files["summary.json"]["scheduled_maintenances"]] == names

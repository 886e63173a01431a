"""Planned work."""

from dataclasses import replace

from incidentrepo.model.incident import Incident, Times
from incidentrepo.model.planned import is_announced, name_status
from incidentrepo.model.status import Kind, Status
from incidentrepo.model.time import parse_time


def test_is_announced() -> None:
    """
    Maintenance is announced until somebody says that it began, or is done with it.
    """
    work = Incident(id="2026-11-02-racks", title="Racks", kind=Kind.MAINTENANCE, status=Status.OPEN)

    assert is_announced(work)
    assert not is_announced(replace(work, times=Times(started_at=parse_time("2026-11-02T09:00:00Z"))))
    assert not is_announced(replace(work, status=Status.CLOSED))
    assert not is_announced(replace(work, status=None))
    assert not is_announced(replace(work, kind=Kind.INCIDENT))


def test_name_status() -> None:
    """
    What has yet to begin is planned; all else is called what its record says.
    """
    work = Incident(id="2026-11-02-racks", title="Racks", kind=Kind.MAINTENANCE, status=Status.OPEN)

    assert name_status(work) == "planned"
    assert name_status(replace(work, kind=Kind.INCIDENT)) == "open"
    assert name_status(replace(work, status=None)) == ""

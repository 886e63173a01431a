"""What is told and planned is held to the record before it is written."""

import pytest

from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository

ID = "2026-11-22-new-racks"
TITLE = ("--public-title", "New racks", "--slug", "racks")


@pytest.fixture
def open_incident(incidents: GitRepository) -> GitRepository:
    """One incident, open since 09:14."""
    succeed(incidents.path, "declare", "New racks", "-s", "SEV3")
    return incidents


def test_a_planned_window(open_incident: GitRepository) -> None:
    """
    What is planned is taken on one's own clock and told with its zone; no window ends before it begins.
    """
    folder = open_incident.path
    said = succeed(folder, "set", "planned_from=2026-12-01 22:00", "planned_until=2026-12-02T02:00:00Z")
    assert "planned_from is 2026-12-01T22:00:00" in said
    assert "planned_until is 2026-12-02T02:00:00Z." in said
    record = (folder / f"incidents/2026/11/{ID}/incident.yaml").read_bytes()

    refused = call(folder, "set", "planned_until=2026-12-01 20:00")

    assert refused.code == 2
    assert "is before planned_from" in refused.err
    assert (folder / f"incidents/2026/11/{ID}/incident.yaml").read_bytes() == record


def test_it_is_not_over_yet(open_incident: GitRepository) -> None:
    """
    The world is not told that it is over while it is only mitigated.
    """
    succeed(open_incident.path, "mitigate")

    refused = call(open_incident.path, "update", "Over", "--public", "--state", "resolved", *TITLE)

    assert refused.code == 2
    assert f"hint: incidentrepo resolve {ID} first" in refused.err


def test_it_is_over(open_incident: GitRepository) -> None:
    """
    Once it is over the world is not told that it goes on, only what was so before.
    """
    succeed(open_incident.path, "resolve", now="2026-11-22T10:00:00Z")
    update = ("update", "We look", "--public", "--state", "investigating", *TITLE)

    refused = call(open_incident.path, *update, now="2026-11-22T11:00:00Z")

    assert refused.code == 2
    assert f"hint: incidentrepo reopen {ID}" in refused.err
    succeed(open_incident.path, *update, "--at", "2026-11-22T09:30:00Z", now="2026-11-22T11:00:00Z")

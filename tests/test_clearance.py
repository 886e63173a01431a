"""Whether another pipeline may go on."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from incidentrepo.clearance import ask_clearance
from incidentrepo.errors import NothingToCheck
from incidentrepo.model.severity import Severity
from incidentrepo.repository import Repository
from tests.folders import load

# The postmortem of the incident that is over was due on the 9th.
IN_TIME, LATE = datetime(2026, 11, 9, 9, tzinfo=UTC), datetime(2026, 11, 10, 9, tzinfo=UTC)
OVER = "status: resolved\nresolved_at: 2026-11-02T11:05:00Z\n"
FRESH = "status: open\ntimeline:\n  - {at: 2026-11-09T08:00:00Z, by: ada, entry: note, text: Soon.}\n"
A, B = "2026-11-02-cards", "2026-11-02-baskets"


def repository(folder: Path, over: str = "", burning: str = "") -> Repository:
    """One that is over and one that burns, each where its severity is given."""
    head = "schema_version: 1\nid: {0}\ntitle: {0}\nkind: incident\nseverity: {1}\n"
    about = "declared_at: 2026-11-02T09:14:00Z\nservices: [checkout]\ntags: [payments]\n"
    return load(
        folder,
        {
            f"incidents/2026/11/{name}/incident.yaml": f"{head.format(name, severity)}{about}{more}"
            for name, severity, more in ((A, over, OVER), (B, burning, FRESH))
            if severity
        },
    )


@pytest.mark.parametrize(("now", "is_given"), ((IN_TIME, True), (LATE, False)))
def test_overdue(tmp_path: Path, now: datetime, *, is_given: bool) -> None:
    """
    What is overdue bars, whether it was asked for by service or by tag; what is not yet due does not.
    """
    owing = repository(tmp_path, over="SEV2")

    assert ask_clearance(owing, services=("checkout",), now=now).is_given is is_given
    assert ask_clearance(owing, tags=("payments",), now=now).is_given is is_given


@pytest.mark.parametrize(("severity", "is_waiting"), (("SEV2", True), ("SEV3", False)))
def test_what_burns_goes_first(tmp_path: Path, severity: str, *, is_waiting: bool) -> None:
    """
    While something serious burns, what is overdue waits: the mend must get out.
    """
    found = ask_clearance(repository(tmp_path, "SEV2", severity), services=("checkout",), now=LATE)

    assert [incident.id for incident in found.burning] == [B]
    assert (found.is_waiting, found.is_given) == (is_waiting, is_waiting)


@pytest.mark.parametrize(
    ("no_open", "barred_by"), ((None, []), (Severity.SEV1, []), (Severity.SEV2, [B]), (Severity.SEV3, [B]))
)
def test_open(tmp_path: Path, no_open: Severity | None, barred_by: list[str]) -> None:
    """
    What is open bars only where that is asked for, from that severity on.
    """
    burning = repository(tmp_path, burning="SEV2")

    found = ask_clearance(burning, services=("checkout",), no_open=no_open, now=IN_TIME)

    assert [incident.id for incident in found.barred_by] == barred_by


def test_unknown_service(tmp_path: Path) -> None:
    """
    A name that no incident has is a mistake, and no leave to go on.
    """
    with pytest.raises(NothingToCheck, match="no incident has the service 'chekout'"):
        ask_clearance(repository(tmp_path, over="SEV2"), services=("chekout",), now=LATE)


def test_no_incident(tmp_path: Path) -> None:
    """
    Where there is no incident at all, it is the wrong repository.
    """
    with pytest.raises(NothingToCheck, match="there is no incident in"):
        ask_clearance(repository(tmp_path), services=("checkout",), now=LATE)

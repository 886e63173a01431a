import pytest

from incidentrepo.model.edition import PublicIncident, PublicUpdate
from incidentrepo.model.status import Status
from incidentrepo.model.time import parse_time

FIRST, SECOND, THIRD = (parse_time(f"2026-11-0{day}") for day in (2, 3, 4))


@pytest.mark.parametrize(
    ("status", "expected"), ((Status.OPEN, True), (Status.RESOLVED, False), (None, False))
)
def test_on_fire(status: Status | None, *, expected: bool) -> None:
    """
    What goes on is told as such; of what was withdrawn nothing is.
    """
    assert PublicIncident(slug="x", status=status).is_on_fire is expected


def test_happened_at() -> None:
    """
    The world's one date is the start it was told of, else the first word it heard.
    """
    updates = tuple(PublicUpdate(at=at, state=None, text="") for at in (THIRD, SECOND))

    assert PublicIncident(slug="x", started_at=FIRST, updates=updates).happened_at == FIRST
    assert PublicIncident(slug="x", updates=updates, resolved_at=THIRD).happened_at == SECOND
    assert PublicIncident(slug="x", resolved_at=THIRD).happened_at == THIRD
    assert PublicIncident(slug="x").happened_at is None

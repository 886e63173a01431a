import pytest

from incidentrepo.model.status import Kind, Status
from incidentrepo.site.words import describe_count, describe_role, describe_status


@pytest.mark.parametrize(
    ("count", "words"), ((0, "0 near misses"), (1, "1 near miss"), (1200, "1,200 near misses"))
)
def test_count(count: int, words: str) -> None:
    """
    A number agrees with its noun.
    """
    assert describe_count(count, "near miss", "near misses") == words


def test_role() -> None:
    """
    A role reads as people say it.
    """
    assert describe_role("communications_lead") == "Communications lead"


def test_status() -> None:
    """
    Only what burns is open; planned work that has begun is under way, until it is over like all else.
    """
    assert describe_status(Status.OPEN) == "Open"
    assert describe_status(Status.OPEN, Kind.MAINTENANCE) == "Under way"
    assert describe_status(Status.CLOSED, Kind.MAINTENANCE) == "Closed"
    assert describe_status(None, Kind.MAINTENANCE) == ""

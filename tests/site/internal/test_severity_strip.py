from datetime import UTC, datetime, timedelta

from incidentrepo.model.severity import Severity
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import Declared, EntryKind, SeverityChange
from incidentrepo.site.internal.severity_strip import Stretch, measure_severity
from tests.site.editions import NOW, incident, times

DECLARED = Declared(
    kind=EntryKind.DECLARED,
    index=0,
    id=None,
    at=parse_time("2026-11-02T09:00:00Z"),
    by=None,
    severity=Severity.SEV3,
)
RAISED = SeverityChange(
    kind=EntryKind.SEVERITY,
    index=1,
    id=None,
    at=parse_time("2026-11-02T10:00:00Z"),
    by=None,
    before=Severity.SEV3,
    after=Severity.SEV1,
)


def test_strip() -> None:
    """
    Each severity has its share of the time until it was over.
    """
    record = incident(timeline=(DECLARED, RAISED), times=times(resolved_at="2026-11-02T13:00:00Z"))

    assert measure_severity(record, now=NOW) == (
        Stretch(
            severity=Severity.SEV3,
            since=datetime(2026, 11, 2, 9, tzinfo=UTC),
            lasted=timedelta(hours=1),
            left=0,
            width=25,
        ),
        Stretch(
            severity=Severity.SEV1,
            since=datetime(2026, 11, 2, 10, tzinfo=UTC),
            lasted=timedelta(hours=3),
            left=25,
            width=75,
        ),
    )


def test_one_severity_needs_no_strip() -> None:
    """
    What never changed is said by the mark alone.
    """
    assert measure_severity(incident(timeline=(DECLARED,)), now=NOW) == ()


def test_change_after_the_end() -> None:
    """
    A severity put right after it was over still shows.
    """
    record = incident(timeline=(DECLARED, RAISED), times=times(resolved_at="2026-11-02T09:30:00Z"))

    assert [stretch.width for stretch in measure_severity(record, now=NOW)] == [100, 1]

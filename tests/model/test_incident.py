import pytest

from incidentrepo.model.incident import Incident, Times
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Audience
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import Entry, EntryKind, Update
from tests.model.entries import declared, judged, note

SEV1, SEV2, SEV3 = Severity.SEV1, Severity.SEV2, Severity.SEV3


def incident(*timeline: Entry, severity: Severity | None = None) -> Incident:
    return Incident(id="2026-11-02-x", title="X", timeline=timeline, severity=severity)


def test_highest_severity() -> None:
    """
    The highest severity is the worst anywhere: a quiet downgrade changes nothing.
    """
    record = incident(declared(0, None, SEV3), judged(1, None, SEV1, SEV2), severity=SEV2)

    assert record.highest_severity is SEV1
    assert incident(severity=SEV3).highest_severity is SEV3
    assert incident().highest_severity is None


@pytest.mark.parametrize(("confirmed_by", "highest"), ((None, SEV1), ("ada", SEV1), ("grace", SEV3)))
def test_corrected_severity(confirmed_by: str | None, highest: Severity) -> None:
    """
    A severity that was never true does not count, once somebody else has said so.
    """
    correction = judged(2, None, SEV1, SEV3, correction=True, confirmed_by=confirmed_by)
    record = incident(declared(0, None, SEV3), judged(1, None, SEV3, SEV1), correction, severity=SEV3)

    assert record.highest_severity is highest


def test_correction_takes_back_one_severity() -> None:
    """
    Correcting the last severity leaves the ones before it, which were held as well.
    """
    correction = judged(2, None, SEV2, SEV3, correction=True, confirmed_by="grace")
    record = incident(declared(0, None, SEV1), judged(1, None, SEV1, SEV2), correction, severity=SEV3)

    assert record.highest_severity is SEV1


def test_correction_counts_when_it_was_made() -> None:
    """
    A correction speaks of what was before it in time, wherever it stands in the file.
    """
    correction = judged(0, "2026-11-02T09:30Z", SEV1, SEV3, correction=True, confirmed_by="grace")
    record = incident(correction, declared(1, "2026-11-02T09:00Z", SEV1), severity=SEV3)

    assert record.highest_severity is SEV3


def test_public_updates() -> None:
    """
    The world reads the updates that are meant for it, and nothing else of the timeline.
    """
    updates = [
        Update(kind=EntryKind.UPDATE, index=index, id=None, at=None, by=None, audience=audience)
        for index, audience in enumerate((Audience.INTERNAL, Audience.PUBLIC))
    ]

    assert incident(*updates, note(2, None)).public_updates == (updates[1],)


@pytest.mark.parametrize(
    ("names", "best"),
    (
        (("resolved_at", "started_at", "declared_at"), "started_at"),
        (("resolved_at", "declared_at"), "declared_at"),
        (("resolved_at",), "resolved_at"),
        ((), None),
    ),
)
def test_happened_at(names: tuple[str, ...], best: str | None) -> None:
    """
    An incident's one date is the nearest there is to when it began.
    """
    times = {name: parse_time(f"2026-11-0{index + 1}") for index, name in enumerate(names)}
    record = Incident(id="x", title="X", times=Times(**times))

    assert record.happened_at == (times[best] if best else None)

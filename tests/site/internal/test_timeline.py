from datetime import date
from typing import Any

from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Audience, Status, UpdateState
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import (
    Declared,
    Entry,
    EntryKind,
    PartChange,
    SeverityChange,
    StatusChange,
    Update,
)
from incidentrepo.site.internal.timeline import starred_rows, tell_timeline
from incidentrepo.site.times import Clock
from tests.site.editions import BERLIN, NOW, PEOPLE

CLOCK = Clock(zone=BERLIN, now=NOW)


def note(index: int, at: str, *, starred: bool = False) -> Entry:
    return Entry(
        kind=EntryKind.NOTE,
        index=index,
        id=None,
        at=parse_time(at),
        by="ada",
        text=str(index),
        starred=starred,
    )


def sentences(*entries: Entry) -> list[str]:
    stretches = tell_timeline(entries, clock=CLOCK, name_of=PEOPLE.name_of)
    return [row.sentence for stretch in stretches for day in stretch.days for row in day.rows]


def test_sentences() -> None:
    """
    Each kind of entry says what happened, with names instead of handles.
    """
    shared: dict[str, Any] = {"id": None, "at": parse_time("2026-11-02T09:14:00Z"), "by": None}
    entries = (
        Declared(kind=EntryKind.DECLARED, index=0, severity=Severity.SEV3, **shared),
        SeverityChange(kind=EntryKind.SEVERITY, index=1, before=Severity.SEV3, after=Severity.SEV1, **shared),
        SeverityChange(
            kind=EntryKind.SEVERITY,
            index=2,
            before=Severity.SEV1,
            after=Severity.SEV2,
            correction=True,
            **shared,
        ),
        StatusChange(kind=EntryKind.STATUS, index=3, after=Status.MITIGATED, **shared),
        StatusChange(kind=EntryKind.STATUS, index=4, after=Status.OPEN, **shared),
        Update(
            kind=EntryKind.UPDATE, index=5, audience=Audience.PUBLIC, state=UpdateState.IDENTIFIED, **shared
        ),
        Update(kind=EntryKind.UPDATE, index=6, **shared),
        PartChange(
            kind=EntryKind.ROLE, index=7, subject="communications_lead", before="bob", after="ada", **shared
        ),
        PartChange(kind=EntryKind.OWNER, index=8, before="ada", **shared),
        PartChange(kind=EntryKind.RESPONDER, index=9, subject="ada", action="left", **shared),
        PartChange(kind=EntryKind.FIELD, index=10, subject="meet_at", before="a", after="b", **shared),
        PartChange(kind=EntryKind.POSTMORTEM, index=11, action="finished", **shared),
    )

    assert sentences(*entries) == [
        "Declared",
        "Raised from SEV3",
        "Lowered from SEV1, as a correction",
        "Mitigated",
        "Opened again",
        "Told the world",
        "Told those who follow",
        "Communications lead: Ada Lovelace, after bob",
        "Owner: nobody any more",
        "Ada Lovelace left",
        "Meet at changed from a to b",
        "Postmortem finished",
    ]


def test_days_are_the_zone_s() -> None:
    """
    Midnight falls where the organisation is, and each day says its offset.
    """
    entries = (
        note(0, "2026-10-24T21:00:00Z"),
        note(1, "2026-10-24T22:30:00Z"),
        note(2, "2026-10-25T12:00:00Z"),
    )
    (stretch,) = tell_timeline(entries, clock=CLOCK, name_of=PEOPLE.name_of)

    assert [(day.day, day.offset, len(day.rows)) for day in stretch.days] == [
        (date(2026, 10, 24), "UTC+2", 1),
        (date(2026, 10, 25), "UTC+2", 2),
    ]


def test_the_rest_folds() -> None:
    """
    Where some moments are starred, runs of the others fold, and no row is lost.
    """
    entries = tuple(
        note(index, f"2026-11-{index + 2:02}T09:00:00Z", starred=index == 5) for index in range(10)
    )
    stretches = tell_timeline(entries, clock=CLOCK, name_of=PEOPLE.name_of)

    assert [(stretch.is_folded, stretch.size) for stretch in stretches] == [(True, 5), (False, 1), (True, 4)]


def test_a_short_timeline_is_whole() -> None:
    """
    A few entries are quicker read than unfolded.
    """
    entries = tuple(note(index, "2026-11-02T09:00:00Z", starred=index == 0) for index in range(4))

    assert [stretch.is_folded for stretch in tell_timeline(entries, clock=CLOCK, name_of=str)] == [False]


def test_starred() -> None:
    """
    The story is the starred moments, in order.
    """
    entries = (note(0, "2026-11-03T09:00:00Z", starred=True), note(1, "2026-11-02T09:00:00Z", starred=True))

    assert [row.entry.index for row in starred_rows((*entries, note(2, "2026-11-01")), name_of=str)] == [1, 0]

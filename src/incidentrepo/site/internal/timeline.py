"""A timeline as rows to read: what each entry says, in a sentence."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby

from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Audience, Status, UpdateState
from incidentrepo.model.time import Time
from incidentrepo.model.timeline import (
    Declared,
    Entry,
    EntryKind,
    PartChange,
    SeverityChange,
    StatusChange,
    Update,
    in_order,
)
from incidentrepo.site.internal.recording import Recording, measure_delay
from incidentrepo.site.times import Clock
from incidentrepo.site.words import STATUSES, describe_role

# A timeline this short is shown whole.
_SHORT = 8

NameOf = Callable[[str], str]
_ALL_AT_ONCE = Recording()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """
    One entry: `sentence` says what happened, `entry.text` what its author wrote.

    `severity`, `status` and `state` are what it brought, to be shown as marks; `delay` is how much later
    it was written down, where that was much.
    """

    entry: Entry
    at: Time | None
    sentence: str
    severity: Severity | None = None
    status: Status | None = None
    state: UpdateState | None = None
    is_public: bool = False
    is_minor: bool = False
    delay: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """The rows of one day."""

    day: date | None
    offset: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A run of rows, by day; one of minor rows is folded. `is_continued` has its first day told before."""

    is_folded: bool
    is_continued: bool
    days: tuple[Day, ...]

    @property
    def size(self) -> int:
        """How many rows it has."""
        return sum(len(day.rows) for day in self.days)


def tell_timeline(
    entries: tuple[Entry, ...],
    *,
    clock: Clock,
    name_of: NameOf,
    recording: Recording = _ALL_AT_ONCE,
) -> tuple[Stretch, ...]:
    """
    Return the entries in order and by day; where some are starred, runs of others fold.

    `recording` says when they were written down.
    """
    has_stars = any(entry.starred for entry in entries) and len(entries) > _SHORT
    rows = [_row(entry, name_of, may_fold=has_stars) for entry in in_order(entries)]
    if recording.commits:
        rows = [
            replace(row, delay=delay) if (delay := measure_delay(row.at, recording)) else row for row in rows
        ]
    stretches: list[Stretch] = []
    told: date | None = None
    for is_folded, run in groupby(rows, key=lambda row: row.is_minor):
        days = tuple(_days(run, clock, told))
        is_continued = bool(stretches) and days[0].day == told
        stretches.append(Stretch(is_folded=is_folded, is_continued=is_continued, days=days))
        # What is folded away has not been told: the next row in the open needs its day again.
        told = told if is_folded and days[-1].day != told else days[-1].day
    return tuple(stretches)


def starred_rows(entries: tuple[Entry, ...], *, name_of: NameOf) -> tuple[Row, ...]:
    """Return the moments that tell the story, in order."""
    return tuple(_row(entry, name_of, may_fold=False) for entry in in_order(entries) if entry.starred)


def _days(rows: Iterable[Row], clock: Clock, day: date | None) -> Iterator[Day]:
    """Yield the rows by day; one without a time belongs to the day before it."""
    by_day: dict[date | None, list[Row]] = {}
    for row in rows:
        day = clock.date_of(row.at) if row.at else day
        by_day.setdefault(day, []).append(row)
    for on, found in by_day.items():
        first = next((row.at for row in found if row.at and row.at.is_exact), None)
        yield Day(day=on, offset=clock.offset_at(first) if first else "", rows=tuple(found))


def _row(entry: Entry, name_of: NameOf, *, may_fold: bool) -> Row:
    is_minor = may_fold and not entry.starred
    match entry:
        case Declared():
            return Row(entry=entry, at=entry.at, sentence="Declared", severity=entry.severity)
        case StatusChange():
            return Row(entry=entry, at=entry.at, sentence=_status_sentence(entry), status=entry.after)
        case SeverityChange():
            return Row(entry=entry, at=entry.at, sentence=_severity_sentence(entry), severity=entry.after)
        case Update():
            is_public = entry.audience is Audience.PUBLIC
            return Row(
                entry=entry,
                at=entry.at,
                sentence="Told the world" if is_public else "Told those who follow",
                state=entry.state,
                is_public=is_public,
                is_minor=is_minor and not is_public,
            )
        case PartChange():
            return Row(entry=entry, at=entry.at, sentence=_part_sentence(entry, name_of), is_minor=is_minor)
        case _:
            return Row(entry=entry, at=entry.at, sentence="", is_minor=is_minor)


def _status_sentence(entry: StatusChange) -> str:
    if entry.after is Status.OPEN:
        return "Opened again"
    return STATUSES[entry.after] if entry.after else "Moved on"


def _severity_sentence(entry: SeverityChange) -> str:
    if entry.before is None or entry.after is None:
        return "Severity set"
    word = "Raised" if entry.after.rank < entry.before.rank else "Lowered"
    corrected = ", as a correction" if entry.correction else ""
    return f"{word} from {entry.before}{corrected}"


def _part_sentence(entry: PartChange, name_of: NameOf) -> str:  # noqa: PLR0911 - one a kind of entry
    match entry.kind:
        case EntryKind.ROLE:
            return _handed(describe_role(entry.subject), entry, name_of)
        case EntryKind.OWNER:
            return _handed("Owner", entry, name_of)
        case EntryKind.RESPONDER:
            return f"{name_of(entry.subject)} {entry.action or 'joined'}"
        case EntryKind.FOLLOW_UP:
            return f"Follow-up {entry.action}{_from_to(entry)}"
        case EntryKind.EVIDENCE:
            return "Evidence added"
        case EntryKind.POSTMORTEM:
            return f"Postmortem {entry.action}"
        case EntryKind.REVIEW:
            return f"Review {entry.action}"
        case EntryKind.AUTOMATION:
            return f"Automation {entry.subject}"
        case _:
            return f"{describe_role(entry.subject)} changed{_from_to(entry)}"


def _handed(what: str, entry: PartChange, name_of: NameOf) -> str:
    if not entry.after:
        return f"{what}: nobody any more"
    handed = f", after {name_of(entry.before)}" if entry.before else ""
    return f"{what}: {name_of(entry.after)}{handed}"


def _from_to(entry: PartChange) -> str:
    before = f" from {entry.before}" if entry.before else ""
    return f"{before} to {entry.after}" if entry.after else before

"""Home: is something on fire, and what do I owe?"""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from markupsafe import Markup

from incidentrepo.guidance import Step
from incidentrepo.model.duty import Duty
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.planned import is_announced
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.model.time import LONG_AGO
from incidentrepo.site.internal.context import Context, is_counted
from incidentrepo.site.internal.next_steps import list_next_steps, say_step
from incidentrepo.site.internal.on_call import list_rotations
from incidentrepo.site.links import root_of
from incidentrepo.site.page import Page
from incidentrepo.site.times import MONTHS

_LATEST = 10
_WORTH_READING = 5
_PATH = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenCard:
    """An incident that is going on, as a card, with the first thing to do about it."""

    one: IncidentSummary
    path: str
    step: Step | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """What one person owes and has not paid in time."""

    owed_by: str | None
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """How many were filed this month and in the last, near misses among them."""

    month: str
    this_month: int
    last_month: int
    near_misses: int


def make_home(context: Context) -> Page:
    """Return the home page."""
    edition = context.edition
    counted = [one for one in edition.incidents if is_counted(one)]
    return context.page(
        "internal/home.html",
        _PATH,
        title=edition.site_name,
        description=f"What is open now at {edition.organisation}, what is owed, and what was learned.",
        navigation="Now",
        cards=_open_cards(counted, context),
        announced=_announced(counted),
        say_step=say_step,
        calm_days=_days_since_worst(counted, context),
        debts=_debts(edition.duties, edition.now),
        due_soon=_due_soon(edition.duties, edition.now),
        on_call=list_rotations(context, turns=1),
        filed=_count_filed(counted, context),
        latest=Markup().join(context.line(one, root_of(_PATH)) for one in counted[:_LATEST]),
        readings=_worth_reading(counted),
    )


def _open_cards(counted: list[IncidentSummary], context: Context) -> tuple[OpenCard, ...]:
    burning = [one for one in counted if one.status and one.status.is_on_fire and not is_announced(one)]
    burning.sort(key=lambda one: one.severity.rank if one.severity else 9)
    return tuple(
        OpenCard(one=one, path=context.paths[one.folder], step=_first_step(one, context)) for one in burning
    )


def _announced(counted: list[IncidentSummary]) -> list[IncidentSummary]:
    """Return the planned work that has yet to begin, the next one first."""
    return sorted(filter(is_announced, counted), key=_begins)


def _begins(one: IncidentSummary) -> tuple[bool, datetime, str]:
    begins = one.times.planned_from or one.happened_at
    return (begins is None, begins.earliest if begins else LONG_AGO, one.id)


def _first_step(one: IncidentSummary, context: Context) -> Step | None:
    return next(iter(list_next_steps(context.edition.read(one), context)), None)


def _days_since_worst(counted: list[IncidentSummary], context: Context) -> int | None:
    """Return the days since the last SEV1 was over; None where there never was one."""
    ended = [
        time.latest
        for one in counted
        if one.kind is Kind.INCIDENT and one.highest_severity is Severity.SEV1
        if (time := one.times.resolved_at or one.happened_at)
    ]
    return (context.clock.now - max(ended)).days if ended else None


def _debts(duties: tuple[Duty, ...], now: datetime) -> tuple[Debt, ...]:
    """Return what is overdue by who owes it, whose first was due longest ago first."""
    owed: dict[str | None, list[Duty]] = {}
    for duty in sorted(duties, key=lambda duty: duty.due_at):
        if duty.is_overdue(now) and not duty.is_nudge:
            owed.setdefault(duty.owed_by, []).append(duty)
    return tuple(Debt(owed_by=person, duties=tuple(found)) for person, found in owed.items())


def _due_soon(duties: tuple[Duty, ...], now: datetime) -> tuple[Duty, ...]:
    waiting = [duty for duty in duties if duty.is_open and not duty.is_nudge and now <= duty.due_at]
    return tuple(
        sorted((duty for duty in waiting if (duty.due_at - now).days < 7), key=lambda duty: duty.due_at)
    )


def _count_filed(counted: list[IncidentSummary], context: Context) -> Filed:
    months: Counter[tuple[int, int]] = Counter()
    near_misses: Counter[tuple[int, int]] = Counter()
    for one in counted:
        # As the dashboard counts: what is played or planned is filed beforehand.
        if one.kind.is_planned:
            continue
        filed_at = one.times.declared_at or one.happened_at
        on = context.clock.date_of(filed_at) if filed_at else None
        if on:
            months[on.year, on.month] += 1
            near_misses[on.year, on.month] += one.kind is Kind.NEAR_MISS
    now = context.clock.now
    this = (now.year, now.month)
    last = (now.year, now.month - 1) if now.month > 1 else (now.year - 1, 12)
    return Filed(
        month=MONTHS[now.month - 1],
        this_month=months[this],
        last_month=months[last],
        near_misses=near_misses[this],
    )


def _worth_reading(counted: list[IncidentSummary]) -> tuple[IncidentSummary, ...]:
    finished = [
        (one.postmortem.finished_at.latest, one.folder, one)
        for one in counted
        if one.postmortem and one.postmortem.is_final and one.postmortem.finished_at
    ]
    finished.sort(key=lambda found: found[:2], reverse=True)
    return tuple(one for *_, one in finished[:_WORTH_READING])

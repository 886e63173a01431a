"""Reviews: what do we talk about next, and what have we talked about?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.time import LONG_AGO
from incidentrepo.site.internal.context import Context, is_counted
from incidentrepo.site.page import Page

REVIEWS_PATH = "reviews/"
_HELD = 30
# Far enough ahead that everybody can read it before.
_SOON = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """An incident that is to be reviewed: at a time that is agreed, or by the time policy says."""

    one: IncidentSummary
    path: str
    planned_at: datetime | None
    due_at: datetime | None


def make_reviews(context: Context) -> Page:
    """Return the page of the next agenda and of the reviews that were held."""
    counted = [one for one in context.edition.incidents if is_counted(one)]
    agenda = tuple(_agenda(counted, context))
    held = [one for one in counted if one.review.held_at or one.review.approved_by]
    held.sort(key=_held_at, reverse=True)
    return context.page(
        "internal/reviews.html",
        REVIEWS_PATH,
        title="Reviews",
        description=f"What {context.edition.organisation} talks about next, and what it has learned from.",
        planned=sorted(
            (item for item in agenda if item.planned_at), key=lambda item: (item.planned_at, item.path)
        ),
        unplanned=sorted(
            (item for item in agenda if not item.planned_at), key=lambda item: (item.due_at, item.path)
        ),
        held=held[:_HELD],
        example_time=f"{context.clock.now + _SOON:%Y-%m-%d} 10:00",
        paths=context.paths,
    )


def _agenda(incidents: Iterable[IncidentSummary], context: Context) -> Iterator[AgendaItem]:
    for one in incidents:
        duty = _open_duty(one.duties)
        planned = one.review.scheduled_at
        if duty or (planned and one.review.held_at is None):
            yield AgendaItem(
                one=one,
                path=context.paths[one.folder],
                planned_at=planned.earliest if planned else None,
                due_at=duty.due_at if duty else None,
            )


def _open_duty(duties: Iterable[Duty]) -> Duty | None:
    return next((duty for duty in duties if duty.name == DutyKind.REVIEW and duty.is_open), None)


def _held_at(one: IncidentSummary) -> tuple[datetime, str]:
    """Return when it was; an approval without a meeting counts from when the postmortem was finished."""
    finished = one.postmortem.finished_at if one.postmortem else None
    at = one.review.held_at or finished or one.happened_at
    return (at.latest if at else LONG_AGO, one.folder)

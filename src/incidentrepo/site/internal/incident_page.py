"""An incident's own page: what happened, how bad, who has it, what now."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from incidentrepo.duty_commands import command_for_postmortem
from incidentrepo.model.duration import Duration
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.edition import EditionIncident
from incidentrepo.model.incident import Incident
from incidentrepo.model.status import Kind
from incidentrepo.model.summarising import find_last_update
from incidentrepo.search.likening import Likeness
from incidentrepo.site.finding import describe_findable, mark_findable
from incidentrepo.site.internal.article import make_article
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.evidence import show_evidence
from incidentrepo.site.internal.next_steps import list_next_steps, say_step
from incidentrepo.site.internal.recording import find_recording
from incidentrepo.site.internal.severity_strip import measure_severity
from incidentrepo.site.internal.timeline import tell_timeline
from incidentrepo.site.links import root_of
from incidentrepo.site.markdown import plain_text, render_article
from incidentrepo.site.page import Heading, Page
from incidentrepo.site.times import elapsed_between

_TEMPLATE = "internal/incident.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One of the four numbers above the fold; None where it is not known."""

    label: str
    value: str | timedelta | None


def make_incident_page(one: EditionIncident, context: Context) -> Page:
    """Return the page of one incident."""
    incident, path = one.incident, context.paths[one.folder]
    postmortem = make_article(one, context, root=root_of(path))
    return context.page(
        _TEMPLATE,
        path,
        title=incident.title,
        description=_description(one, context),
        headings=(*_headings(one), *postmortem.headings),
        one=one,
        incident=incident,
        findable=mark_findable(describe_findable(incident, path, context.clock)),
        has_impact=_has_impact(incident),
        figures=_figures(one.incident, context.clock.now),
        steps=list_next_steps(one, context),
        say_step=say_step,
        last_update=find_last_update(incident),
        strip=measure_severity(incident, now=context.clock.now),
        stretches=tell_timeline(
            incident.timeline,
            clock=context.clock,
            name_of=context.edition.people.name_of,
            recording=find_recording(one.changes),
        ),
        evidence=show_evidence(one),
        postmortem=postmortem.html,
        owed=_owed_postmortem(one),
        write_postmortem=command_for_postmortem(incident.id, one.postmortem),
        time_to_write=_time_to_write(incident, context),
        accounts=[
            (account.author, render_article(account.text, prefix=f"h-by-{number}-", top_level=4).html)
            for number, account in enumerate(one.accounts, start=1)
        ],
        repeats=context.repeats.get(incident.id, ()),
        alike=_find_alike(incident, context),
        public_address=_public_address(one, context),
    )


def _description(one: EditionIncident, context: Context) -> str:
    incident = one.incident
    if incident.summary:
        return plain_text(incident.summary)
    severity = f"{incident.severity}, " if incident.severity else ""
    status = f"{incident.status}" if incident.status else "status unknown"
    return f"{severity}{status}. {context.edition.organisation}"


def _headings(one: EditionIncident) -> tuple[Heading, ...]:
    """Return the page's own headings, in the template's order; the ids are the template's too."""
    incident = one.incident
    parts = (
        ("impact", "Impact", _has_impact(incident)),
        ("timeline", "Timeline", True),
        ("evidence", "Evidence", bool(incident.evidence or one.evidence_files)),
        ("factors", "Contributing factors", bool(incident.contributing_factors)),
        ("follow-ups", "Follow-ups", True),
        ("postmortem", "Postmortem", True),
    )
    return tuple(
        Heading(level=2, id=f"ir-{name}", title=title) for name, title, is_there in parts if is_there
    )


def _has_impact(incident: Incident) -> bool:
    """Whether there is something to say of it, or to ask: what hurt nobody has none."""
    is_told = incident.impact.summary or incident.detection or incident.trigger
    return bool(is_told) or incident.kind is Kind.INCIDENT


def _figures(incident: Incident, now: datetime) -> tuple[Figure, ...]:
    times, customers = incident.times, incident.impact.customers
    start = times.started_at
    if not incident.kind.is_planned:
        start = start or times.detected_at or times.declared_at
    detected_at = times.detected_at or times.declared_at
    figures = (
        Figure(label="Noticed after", value=elapsed_between(times.started_at, detected_at)),
        Figure(label="Mitigated after", value=elapsed_between(start, times.mitigated_at)),
        Figure(label="Resolved after", value=elapsed_between(start, times.resolved_at)),
        Figure(label="Customers", value=None if customers is None else f"{customers:,}"),
    )
    if incident.status is None or not incident.status.is_on_fire:
        return figures
    # What nobody can know yet would only be in the way.
    going = (Figure(label="Goes on for", value=now - start.latest),) if start and start.latest < now else ()
    return (*going, *(figure for figure in figures if figure.value is not None))


def _owed_postmortem(one: EditionIncident) -> Duty | None:
    return next((duty for duty in one.duties if duty.name == DutyKind.POSTMORTEM and duty.is_open), None)


def _time_to_write(incident: Incident, context: Context) -> Duration | None:
    """Return how long there will be to write the postmortem, once what still goes on is over."""
    worst = incident.highest_severity
    if worst is None or incident.kind is not Kind.INCIDENT:
        return None
    asked = context.edition.policy.severities.get(worst)
    return asked.postmortem if asked else None


def _find_alike(incident: Incident, context: Context) -> tuple[Likeness, ...]:
    """Return the incidents that look like this one, apart from those it is related to anyway."""
    related = incident.related
    named = (related.duplicate_of, related.parent, *related.repeat_of, *related.see_also)
    again = (other.id for other in context.repeats.get(incident.id, ()))
    return context.likenesses.find(incident.id, without={name for name in (*named, *again) if name})


def _public_address(one: EditionIncident, context: Context) -> str | None:
    """Return where the world reads of it, if it does."""
    url = context.edition.policy.publishing.url
    if not url or one.public_page is None or one.incident.visibility != "public":
        return None
    return f"{url.rstrip('/')}/incidents/{one.public_page.slug}/"

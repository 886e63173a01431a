"""`declare`: a new incident, in one line."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import click

from incidentrepo.changes.declaring import Crew, Declaration, call_crew
from incidentrepo.changes.declaring import declare as declare_incident
from incidentrepo.changes.moments import read_moment, read_planned
from incidentrepo.changes.selecting import list_incident_folders
from incidentrepo.changes.stamp import Stamp
from incidentrepo.cli.asking import ask_guide, ask_severity, ask_title
from incidentrepo.cli.columns import align_columns
from incidentrepo.cli.limits import tell_limit
from incidentrepo.cli.options import change_options, one_of
from incidentrepo.cli.session import Session, is_asking, pass_session
from incidentrepo.cli.severities import read_severity
from incidentrepo.errors import UsageError
from incidentrepo.guidance import Step, calm_steps, first_steps, planned_steps
from incidentrepo.model.ids import short_name
from incidentrepo.model.incident import Times
from incidentrepo.model.policy import Policy
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.model.time import Time
from incidentrepo.rotations import who_is_on_call
from incidentrepo.search.likening import find_alike

_ISSUE_HELP = "Declare what this issue files, as GitHub or GitLab hands it over: JSON; - is standard input."
_ANSWER_HELP = "Where to write what to tell whoever filed that issue: Markdown."


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared:
    """The new incident's id, and who was called to it."""

    incident: str
    crew: Crew


@click.command()
@click.argument("title", required=False)
@click.option("-s", "--severity", metavar="SEVERITY", help="How bad it is: SEV2, or your own word for it.")
@click.option("-k", "--kind", type=one_of(Kind), help="What sort of incident.")
@click.option("-t", "--tag", "tags", multiple=True, help="What it is about; may be given again.")
@click.option("--service", "services", multiple=True, help="What is affected; may be given again.")
@click.option("--summary", metavar="TEXT", help="What happened, in a sentence or two.")
@click.option("--planned-from", metavar="TIME", help="When planned work is to begin.")
@click.option("--planned-until", metavar="TIME", help="When it is to be over.")
@click.option("--started", metavar="TIME", help="When it began, if that is known.")
@click.option("--guide", is_flag=True, help="Let a few questions find the severity.")
@click.option("--from-issue", "issue", metavar="FILE", type=click.File("rb"), help=_ISSUE_HELP)
@click.option("--answer", metavar="FILE", type=click.Path(path_type=Path), help=_ANSWER_HELP)
@change_options
@pass_session
def declare(
    session: Session,
    *,
    title: str | None,
    severity: str | None,
    kind: str | None,
    tags: tuple[str, ...],
    services: tuple[str, ...],
    summary: str | None,
    planned_from: str | None,
    planned_until: str | None,
    started: str | None,
    guide: bool,
    issue: BinaryIO | None,
    answer: Path | None,
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Declare an incident: a title and a severity are enough."""
    if issue is not None:
        given = (title, severity, kind, tags, services, summary, planned_from, planned_until, started, by, at)
        _declare_issue(session, issue, answer, commit=commit, is_alone=not (any(given) or guide))
        return
    if answer is not None:
        raise UsageError(
            "--answer is for an issue that somebody filed", hint="give --from-issue FILE with it"
        )
    sort = Kind(kind) if kind else Kind.INCIDENT
    policy, stamp = session.config.policy, session.stamp(by=by, at=at)
    if (planned_from or planned_until) and not sort.is_planned:
        hint = "planned work is `-k maintenance`, or `-k exercise`"
        raise UsageError("nobody plans an incident or a near miss", hint=hint)
    words = (title or "").strip() or _find_title()
    answers, found = _find_severity(policy, severity, sort, is_guided=guide)
    declaration = Declaration(
        title=words,
        severity=found,
        kind=sort,
        tags=tags,
        services=services,
        answers=answers,
        summary=(summary or "").strip(),
        planned_from=_read(read_planned, planned_from, session, stamp),
        planned_until=_read(read_planned, planned_until, session, stamp),
        started_at=_read(read_moment, started, session, stamp),
    )
    make_incident(session, stamp, declaration, commit=commit)


def _declare_issue(
    session: Session, issue: BinaryIO, answer: Path | None, *, commit: bool, is_alone: bool
) -> None:
    if not is_alone:
        raise UsageError("an issue says all of it itself", hint="leave out all but --from-issue and --answer")
    # Imported here: the other way in should not wait for it.
    from incidentrepo.cli.declare_issue import declare_issue

    declare_issue(session, issue, answer, commit=commit)


def _read(read: Callable[..., Time], text: str | None, session: Session, stamp: Stamp) -> Time | None:
    return read(text, zone=session.zone_of(stamp.by), now=session.now) if text else None


def _find_title() -> str:
    if not is_asking():
        raise UsageError(
            "a title is missing, and nobody is there to ask",
            hint='incidentrepo declare "Checkout answers 500" -s SEV2',
        )
    return ask_title()


def _find_severity(
    policy: Policy, given: str | None, kind: Kind, *, is_guided: bool
) -> tuple[dict[str, str], Severity | None]:
    """Return the severity, and the answers that led to it; only an incident needs one."""
    if given is not None:
        return {}, read_severity(given, policy)
    if is_guided and is_asking():
        return ask_guide(policy)
    if kind is not Kind.INCIDENT:
        return {}, None
    if not is_asking():
        known = ", ".join(policy.severities)
        raise UsageError("a severity is missing, and nobody is there to ask", hint=f"give -s: {known}")
    return {}, ask_severity(policy)


def make_incident(session: Session, stamp: Stamp, declaration: Declaration, *, commit: bool) -> Declared:
    """Write the new incident, and say who is on it and what to do next."""
    config = session.config
    on_call = who_is_on_call(
        config.rotations, stamp.at.latest, tags=declaration.tags, services=declaration.services
    )
    crew = call_crew(declaration, stamp.by, config.tags, on_call)
    session.take_turn()
    taken = {folder.rsplit("/", 1)[-1] for folder in list_incident_folders(session.files)}
    change = declare_incident(declaration, stamp, policy=config.policy, crew=crew, taken=taken)
    session.save(change, commit=commit)
    name = short_name(change.incident, taken)
    steps = _first_steps(session, declaration, crew, stamp, name)
    _print_next((*steps, *_look_back(change.incident, taken)))
    return Declared(incident=change.incident, crew=crew)


def _first_steps(
    session: Session, declaration: Declaration, crew: Crew, stamp: Stamp, name: str
) -> tuple[Step, ...]:
    """Return what to do next; of a fire, say who is on it first."""
    match declaration.kind:
        case Kind.INCIDENT:
            return _introduce(session, declaration, crew, stamp, name)
        case Kind.MAINTENANCE:
            window = Times(planned_from=declaration.planned_from, planned_until=declaration.planned_until)
            zone = session.config.policy.calendar.zone
            return tuple(planned_steps(name, window, session.now, zone))
        case _:
            return calm_steps(name)


def _introduce(
    session: Session, declaration: Declaration, crew: Crew, stamp: Stamp, name: str
) -> tuple[Step, ...]:
    """Say who is on it, and return what to do next."""
    policy = session.config.policy
    tell_limit(
        declaration.severity, policy, incident=name, tags=declaration.tags, services=declaration.services
    )
    _print_crew(crew)
    leader = None if crew.commander else next(iter(crew.responders))
    return first_steps(name, declaration.severity, policy, stamp.at.earliest, commander=leader)


def _look_back(incident_id: str, others: Iterable[str]) -> tuple[Step, ...]:
    alike = find_alike(incident_id, others)
    if alike is None:
        return ()
    why = f"looks like this one: both {', '.join(alike.words)}"
    return (Step(command=f"incidentrepo show {alike.incident}", why=why),)


def _print_crew(crew: Crew) -> None:
    people = [f"{person} ({why})" if why else person for person, why in crew.responders.items()]
    click.echo(f"  responders  {', '.join(people)}")
    click.echo(f"  commander   {crew.commander or 'nobody yet'}")


def _print_next(steps: tuple[Step, ...]) -> None:
    click.echo("Next")
    click.echo(align_columns((step.command, step.why) for step in steps))

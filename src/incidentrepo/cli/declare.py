"""`declare`: a new incident, in one line."""

import click

from incidentrepo.changes.declaring import Declaration, responders_for
from incidentrepo.changes.declaring import declare as declare_incident
from incidentrepo.changes.moments import read_moment
from incidentrepo.changes.selecting import list_incident_folders
from incidentrepo.cli.asking import ask_guide, ask_severity, ask_title
from incidentrepo.cli.options import change_options, one_of
from incidentrepo.cli.session import Session, is_asking, pass_session
from incidentrepo.errors import UsageError
from incidentrepo.guidance import first_steps
from incidentrepo.model.ids import short_name
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.search.likening import find_alike


@click.command()
@click.argument("title", required=False)
@click.option("-s", "--severity", type=one_of(Severity), help="How bad it is.")
@click.option("-k", "--kind", type=one_of(Kind), default=Kind.INCIDENT, help="What sort of incident.")
@click.option("-t", "--tag", "tags", multiple=True, help="What it is about; may be given again.")
@click.option("--service", "services", multiple=True, help="What is affected; may be given again.")
@click.option("--started", metavar="TIME", help="When it began, if that is known.")
@click.option("--guide", is_flag=True, help="Let a few questions find the severity.")
@change_options
@pass_session
def declare(
    session: Session,
    *,
    title: str | None,
    severity: Severity | None,
    kind: Kind,
    tags: tuple[str, ...],
    services: tuple[str, ...],
    started: str | None,
    guide: bool,
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Declare an incident: a title and a severity are enough."""
    policy, stamp = session.config.policy, session.stamp(by=by, at=at)
    if title is None:
        _refuse_unless_asking("a title", 'incidentrepo declare "Checkout answers 500" -s SEV2')
        title = ask_title()
    answers: dict[str, str] = {}
    if severity is None and guide:
        answers, severity = ask_guide(policy)
    elif severity is None:
        _refuse_unless_asking("a severity", f"give -s: {', '.join(policy.severities)}")
        severity = ask_severity(policy)
    declaration = Declaration(
        title=title,
        severity=Severity(severity),
        kind=Kind(kind),
        tags=tags,
        services=services,
        answers=answers,
        started_at=read_moment(started, zone=session.zone_of(stamp.by), now=session.now) if started else None,
    )
    taken = {folder.rsplit("/", 1)[-1] for folder in list_incident_folders(session.files)}
    change = declare_incident(declaration, stamp, policy=policy, tags=session.config.tags, taken=taken)
    session.save(change, commit=commit)
    called = responders_for(declaration, stamp.by, session.config.tags)
    click.echo(f"  responders  {', '.join(called)}\n  commander   nobody yet\nNext")
    name = short_name(change.incident, taken)
    for step in first_steps(name, declaration.severity, policy, stamp.at.earliest):
        click.echo(f"  {step.command:<50} {step.why}")
    if alike := find_alike(change.incident, taken):
        why = f"looks like this one: both {', '.join(alike.words)}"
        click.echo(f"  {f'incidentrepo show {alike.incident}':<50} {why}")


def _refuse_unless_asking(what: str, hint: str) -> None:
    if not is_asking():
        raise UsageError(f"{what} is missing, and nobody is there to ask", hint=hint)

"""Commands about the postmortem."""

import click

from incidentrepo.changes.postmortems import choose_template, finish_postmortem, start_postmortem
from incidentrepo.changes.templates import shipped_template
from incidentrepo.cli.options import change_options
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.errors import UsageError

_ID = click.argument("incident", required=False, metavar="[ID]")


@click.group()
def postmortem() -> None:
    """Write what was learned: `new`, then `finish`."""


@postmortem.command()
@_ID
@click.option("--template", help="Another template than the one that severity and tags choose.")
@change_options
@pass_session
def new(
    session: Session,
    incident: str | None,
    *,
    template: str | None,
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Start postmortem.md from its template."""
    opened = session.open(incident)
    name = template or choose_template(opened, session.config.policy, session.config.tags)
    change = start_postmortem(opened, session.stamp(by=by, at=at), template=_read_template(session, name))
    session.save(change, commit=commit)
    click.echo(f"Write in it, then: incidentrepo postmortem finish {opened.id}")


@postmortem.command()
@_ID
@change_options
@pass_session
def finish(session: Session, incident: str | None, *, by: str | None, at: str | None, commit: bool) -> None:
    """Make it final; the template's guidance goes."""
    stamp = session.stamp(by=by, at=at)
    policy, tags = session.config.policy, session.config.tags
    change = finish_postmortem(session.open(incident), stamp, policy=policy, tags=tags)
    session.save(change, commit=commit)


def _read_template(session: Session, name: str) -> str:
    """Return the organisation's template of that name, else the one that ships with us."""
    try:
        data = session.files.read_file(f"templates/{name}.md")
    except KeyError:
        shipped = shipped_template(name)
    else:
        return data.decode("utf-8", "replace")
    if shipped is None:
        known = ", ".join(session.files.list_folder("templates"))
        raise UsageError(f"there is no template '{name}'", hint=f"templates/ holds {known or 'none'}")
    return shipped

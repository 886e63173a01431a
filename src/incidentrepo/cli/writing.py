"""Commands about what is written afterwards: the postmortem, and the page for the world."""

import click

from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.postmortems import choose_template, finish_postmortem, start_postmortem
from incidentrepo.changes.publishing import draft_page, refuse_taken_address
from incidentrepo.changes.publishing import publish as publish_incident
from incidentrepo.changes.publishing import unpublish as unpublish_incident
from incidentrepo.changes.templates import shipped_template
from incidentrepo.cli.options import change_options
from incidentrepo.cli.session import Session, is_asking, pass_session
from incidentrepo.errors import UsageError
from incidentrepo.model.ids import slugify

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


@click.group()
def public() -> None:
    """What the world would read."""


@public.command()
@_ID
@click.option("--title", help="What the world calls it; it never sees the internal title.")
@click.option("--slug", help="Its address on the public site; else made of the title.")
@change_options
@pass_session
def draft(
    session: Session,
    incident: str | None,
    *,
    title: str | None,
    slug: str | None,
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Start public.md: nobody outside reads it before `publish`."""
    opened = session.open(incident)
    words = title or _ask_title(opened)
    change = draft_page(opened, session.stamp(by=by, at=at), session.watch(opened), title=words, slug=slug)
    refuse_taken_address(session.files, opened.record.folder, slug or slugify(words))
    session.save(change, commit=commit)


@click.command()
@_ID
@change_options
@pass_session
def publish(session: Session, incident: str | None, *, by: str | None, at: str | None, commit: bool) -> None:
    """Let the world read public.md and the public updates."""
    opened = session.open(incident)
    change = publish_incident(opened, session.stamp(by=by, at=at), session.watch(opened))
    if opened.record.public_page:
        refuse_taken_address(session.files, opened.record.folder, opened.record.public_page.slug)
    session.save(change, commit=commit)


@click.command()
@click.argument("incident", metavar="ID")
@change_options
@pass_session
def unpublish(session: Session, incident: str, *, by: str | None, at: str | None, commit: bool) -> None:
    """Take it back; a page without content stays in its place."""
    stamp = session.stamp(by=by, at=at)
    session.save(unpublish_incident(session.open(incident), stamp), commit=commit)


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


def _ask_title(opened: OpenedRecord) -> str:
    if not is_asking():
        hint = 'give --title "Some payments failed": the internal title is never used'
        raise UsageError("a title for the world is missing, and nobody is there to ask", hint=hint)
    click.echo(f"Inside it is called: {opened.incident.title}")
    title: str = click.prompt("What should the world call it")
    return title

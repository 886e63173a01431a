"""Commands that show what the world would read, let it, and take it back."""

import click

from incidentrepo.changes.drafting import draft_page
from incidentrepo.changes.opened import open_record
from incidentrepo.changes.publishing import publish as publish_incident
from incidentrepo.changes.publishing import refuse_public_leaks, refuse_taken_address
from incidentrepo.changes.publishing import unpublish as unpublish_incident
from incidentrepo.cli.options import change_options
from incidentrepo.cli.public_headings import read_heading
from incidentrepo.cli.public_preview import preview
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.public_edition import tell_of

_ID = click.argument("incident", required=False, metavar="[ID]")


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
    """Start public.md, which nobody outside reads before `publish`; show what the world would read."""
    opened = session.open(incident)
    heading = read_heading(session, opened, title=title, slug=slug, option="--title")
    watch = session.watch(opened)
    if heading:
        session.save(draft_page(opened, session.stamp(by=by, at=at), watch, heading), commit=commit)
        opened = open_record(session.files, opened.record.folder)
    told = tell_of(opened.record, session.files.read_file)
    if told:
        for line in preview(told, opened.incident.visibility, session.config.policy):
            click.echo(line)
    refuse_public_leaks(opened, watch)


@click.command()
@_ID
@change_options
@pass_session
def publish(session: Session, incident: str | None, *, by: str | None, at: str | None, commit: bool) -> None:
    """Let the world read public.md and the public updates."""
    opened = session.open(incident)
    read_file = session.files.read_file
    change = publish_incident(opened, session.stamp(by=by, at=at), session.watch(opened), read_file)
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

"""What the world calls an incident: asked for once, and never made of the internal title."""

import click

from incidentrepo.changes.drafting import Heading
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.publishing import refuse_taken_address
from incidentrepo.cli.session import Session, is_asking
from incidentrepo.errors import UsageError
from incidentrepo.model.ids import slugify
from incidentrepo.model.record import PUBLIC_FILE


def read_heading(
    session: Session, opened: OpenedRecord, *, title: str | None, slug: str | None, option: str
) -> Heading | None:
    """
    Return the heading of the page to start, asked for where nobody gave it; None where there is a page.

    `option` is what gives the title. Raises `UsageError` where nobody is there to ask, or nothing is to
    be started, and `RefusedError` where another page has that address.
    """
    if PUBLIC_FILE in opened.contents:
        if title or slug:
            raise UsageError(
                f"{opened.id} has a public page already",
                hint=f"leave the title and address out; they are changed in {opened.record.public_path}",
            )
        return None
    words = title or _ask_title(opened, option)
    address = slug or (slugify(words) if title else _ask_slug(words))
    refuse_taken_address(session.files, opened.record.folder, address)
    return Heading(title=words, slug=address)


def _ask_title(opened: OpenedRecord, option: str) -> str:
    if not is_asking():
        hint = f'give {option} "Some payments failed": the internal title is never used'
        raise UsageError("a title for the world is missing, and nobody is there to ask", hint=hint)
    click.echo(f"Inside it is called: {opened.incident.title}")
    click.echo("The world never sees that. No names of customers, people or machines.")
    title: str = click.prompt("What should the world call it")
    return title


def _ask_slug(title: str) -> str:
    slug: str = click.prompt("Its address on the public site", default=slugify(title))
    return slug

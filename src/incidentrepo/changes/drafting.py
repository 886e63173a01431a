"""A page for the world, started: its title and its address, which are never made of ours."""

from dataclasses import dataclass

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.leaking import Watch, refuse_leaks
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.reading import read_public_page
from incidentrepo.documents.writing import write_document
from incidentrepo.errors import UsageError
from incidentrepo.model.record import PUBLIC_FILE
from incidentrepo.model.timeline import EntryKind

_DRAFT = """
<!-- The world reads this file and nothing else of the incident: what happened, for whom, until when,
     and what will be different. No names of people, customers or machines. This comment goes. -->
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the world calls an incident, and the last part of its page's address."""

    title: str
    slug: str


def draft_page(opened: OpenedRecord, stamp: Stamp, watch: Watch, heading: Heading) -> FilesChange:
    """
    Return the change that starts `public.md`, which nobody outside reads yet.

    Raises `UsageError` where none can start, and `RefusedError` where its heading gives something away.
    """
    if PUBLIC_FILE in opened.contents:
        raise UsageError(
            f"{opened.id} has a public page already", hint=f"write on in {opened.record.public_path}"
        )
    return opened.change(
        stamp,
        [],
        stamp.entry(EntryKind.NOTE, text="Started the page for the world."),
        subject="Draft the public page",
        done=f"Started {opened.record.public_path}; nobody outside reads it before `incidentrepo publish`.",
        files={opened.record.public_path: write_page(heading, watch, body=_DRAFT)},
    )


def write_page(heading: Heading, watch: Watch, *, body: str = "") -> bytes:
    """Return a `public.md`; raises `UsageError` and `RefusedError` as `draft_page` does."""
    head = write_document({"title": heading.title, "slug": heading.slug})
    page = f"---\n{head}---\n{body}".encode()
    if problems := read_public_page(page).problems:
        raise UsageError(problems[0].message, hint=problems[0].hint)
    refuse_leaks(watch, heading.title, where="title", is_markdown=False)
    refuse_leaks(watch, heading.slug, where="slug", is_markdown=False)
    return page

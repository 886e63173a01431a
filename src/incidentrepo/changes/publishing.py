"""Telling the world: a page drafted, published, taken back."""

import re

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.leaking import Watch, refuse_leaks
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.selecting import list_incident_folders
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import SetValue
from incidentrepo.documents.front_matter import edit_front_matter
from incidentrepo.documents.reading import read_public_page
from incidentrepo.documents.writing import write_document
from incidentrepo.errors import RefusedError, UsageError
from incidentrepo.model.ids import slugify
from incidentrepo.model.public_page import PublicPage
from incidentrepo.model.record import PUBLIC_FILE
from incidentrepo.model.status import Visibility
from incidentrepo.model.timeline import EntryKind
from incidentrepo.store.source import Folders

_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_ANYTHING = re.compile(r"[^\n]")

_DRAFT = """
<!-- The world reads this file and nothing else of the incident: what happened, for whom, until when,
     and what will be different. No names of people, customers or machines. This comment goes. -->
"""


def draft_page(
    opened: OpenedRecord, stamp: Stamp, watch: Watch, *, title: str, slug: str | None = None
) -> FilesChange:
    """
    Return the change that starts `public.md`.

    Raises `UsageError` where none can start, and `RefusedError` where its head gives something away.
    """
    if PUBLIC_FILE in opened.contents:
        raise UsageError(
            f"{opened.id} has a public page already", hint=f"write on in {opened.record.public_path}"
        )
    head = write_document({"title": title, "slug": slug or slugify(title)})
    page = f"---\n{head}---\n{_DRAFT}".encode()
    if problems := read_public_page(page).problems:
        raise UsageError(problems[0].message, hint=problems[0].hint)
    refuse_leaks(watch, title, where="title")
    refuse_leaks(watch, slug or slugify(title), where="slug")
    entry = stamp.entry(EntryKind.NOTE, text="Started the page for the world.")
    return opened.change(
        stamp,
        [],
        entry,
        subject="Draft the public page",
        done=f"Started {opened.record.public_path}; nobody outside reads it before `incidentrepo publish`.",
        files={opened.record.public_path: page},
    )


def publish(opened: OpenedRecord, stamp: Stamp, watch: Watch) -> FilesChange:
    """
    Return the change that makes the incident public.

    Raises `RefusedError` where there is no page to read, nothing on it, or what the world must not know.
    """
    page = _read_page(opened)
    has_text = bool(_COMMENT.sub("", page.body).strip())
    if not has_text and not opened.incident.public_updates:
        raise RefusedError(
            f"{opened.record.public_path} says nothing yet",
            hint="write what happened, or post a public update",
        )
    if opened.incident.visibility is Visibility.PUBLIC and page.updated_at is None and page.published_at:
        raise UsageError(f"{opened.id} is public already")
    _refuse_leaks(opened, page, watch)
    return _change(opened, stamp, Visibility.PUBLIC, done=f"{opened.id} is public: /{page.slug}/.")


def _refuse_leaks(opened: OpenedRecord, page: PublicPage, watch: Watch) -> None:
    """Raise `RefusedError` for the first thing, in all that the world would read, that it must not know."""
    path = opened.record.public_path
    for name, text in (("title", page.title), *(("slug", slug) for slug in (page.slug, *page.former_slugs))):
        refuse_leaks(watch, text, where=f"{path}, {name}")
    refuse_leaks(watch, _COMMENT.sub(_empty, page.body), where=path, first_line=page.body_line)
    for update in opened.incident.public_updates:
        refuse_leaks(watch, update.text, where=f"{opened.record.incident_path}, entry {update.id}")


def _empty(comment: re.Match[str]) -> str:
    """Return the comment without its words, which go before the world reads; all else keeps its place."""
    return f"<!--{_ANYTHING.sub(' ', comment[1])}-->"


def refuse_taken_address(files: Folders, folder: str, slug: str) -> None:
    """Raise `RefusedError` where another incident's page has, or had, that address."""
    for other in list_incident_folders(files):
        try:
            data = files.read_file(f"{other}/{PUBLIC_FILE}") if other != folder else b""
        except KeyError:
            continue
        # Most pages need no reading to know that they do not say the word.
        page = read_public_page(data).value if slug.encode() in data else None
        if page and slug in {page.slug, *page.former_slugs}:
            raise RefusedError(
                f"{slug} is the address of {other.rsplit('/', 1)[-1]} already",
                hint="give `slug:` in public.md another word",
            )


def _read_page(opened: OpenedRecord) -> PublicPage:
    if PUBLIC_FILE not in opened.contents:
        raise RefusedError(
            f"{opened.id} has no public.md, which is all that the world reads",
            hint=f"incidentrepo public draft {opened.id}",
        )
    reading = read_public_page(opened.contents[PUBLIC_FILE])
    if reading.value is None or reading.problems:
        first = reading.problems[0]
        place = f"{opened.record.public_path}:{first.place.line}:{first.place.column}"
        raise RefusedError(f"{place}: {first.message}", hint=first.hint)
    return reading.value


def unpublish(opened: OpenedRecord, stamp: Stamp) -> FilesChange:
    """
    Return the change that takes an incident back; an empty page stays in its place.

    Raises `UsageError` where it is not public.
    """
    if opened.incident.visibility is not Visibility.PUBLIC:
        raise UsageError(f"{opened.id} is not public")
    return _change(
        opened, stamp, Visibility.WITHDRAWN, done=f"{opened.id} is withdrawn; caches may still hold it."
    )


def _change(opened: OpenedRecord, stamp: Stamp, to: Visibility, *, done: str) -> FilesChange:
    before = opened.incident.visibility
    entry = stamp.entry(EntryKind.FIELD, field="visibility", before=before.value, after=to.value)
    return opened.change(
        stamp,
        [SetValue(pointer=("visibility",), value=to.value)],
        entry,
        subject="Publish" if to is Visibility.PUBLIC else "Withdraw",
        done=done,
        files={opened.record.public_path: _dated_page(opened, stamp)},
    )


def _dated_page(opened: OpenedRecord, stamp: Stamp) -> bytes:
    page = opened.record.public_page
    name = "updated_at" if page and page.published_at else "published_at"
    text = _COMMENT.sub("", opened.contents[PUBLIC_FILE].decode())
    return edit_front_matter(text.encode(), [SetValue(pointer=(name,), value=stamp.at.text)])

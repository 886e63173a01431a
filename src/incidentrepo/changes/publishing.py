"""Telling the world: a page published, changed, taken back."""

from collections.abc import Iterable
from dataclasses import replace

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.leaking import Watch, refuse_leaks
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.selecting import list_incident_folders
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import SetValue
from incidentrepo.documents.front_matter import edit_front_matter
from incidentrepo.documents.reading import read_public_page
from incidentrepo.errors import RefusedError, UsageError
from incidentrepo.markup.comments import without_comments
from incidentrepo.model.public_page import PublicPage
from incidentrepo.model.record import PUBLIC_FILE
from incidentrepo.model.status import Visibility
from incidentrepo.model.timeline import EntryKind
from incidentrepo.public_pictures import ReadFile, ShownPicture, hide_names, shown_pictures
from incidentrepo.store.source import Folders


def publish(opened: OpenedRecord, stamp: Stamp, watch: Watch, read_file: ReadFile) -> FilesChange:
    """
    Return the change that makes the incident public, or dates a page anew that is public already.

    Raises `RefusedError` where there is no page to read, nothing on it, or what the world must not know
    or cannot be shown.
    """
    page = _read_page(opened)
    if not page.is_written and not opened.incident.public_updates:
        raise RefusedError(
            f"{opened.record.public_path} says nothing yet",
            hint="write what happened, or post a public update",
        )
    refuse_public_leaks(opened, watch)
    shown = tuple(shown_pictures(opened.record, read_file))
    _refuse_pictures(opened, page, shown)
    if opened.incident.visibility is Visibility.PUBLIC:
        change = _renew(opened, stamp, done=f"{opened.id} is public as it is now: /{page.slug}/.")
    else:
        change = _change(opened, stamp, Visibility.PUBLIC, done=f"{opened.id} is public: /{page.slug}/.")
    return replace(change, remarks=tuple(_left_out(shown)))


def refuse_public_leaks(opened: OpenedRecord, watch: Watch) -> None:
    """Raise `RefusedError` for the first thing, in all that the world would read, that it must not know."""
    page = _read_page(opened)
    path = opened.record.public_path
    for name, text in (("title", page.title), *(("slug", slug) for slug in (page.slug, *page.former_slugs))):
        refuse_leaks(watch, text, where=f"{path}, {name}", is_markdown=False)
    refuse_leaks(watch, hide_names(page.body), where=path, first_line=page.body_line)
    for update in opened.incident.public_updates:
        refuse_leaks(watch, update.text, where=f"{opened.record.incident_path}, entry {update.id}")


def _refuse_pictures(opened: OpenedRecord, page: PublicPage, shown: Iterable[ShownPicture]) -> None:
    for one in shown:
        if one.refusal:
            line = page.body_line + page.body.count("\n", 0, one.picture.span[0])
            raise RefusedError(
                f"{opened.record.public_path}:{line}: the world cannot be shown this picture: {one.refusal}",
                hint="save it as PNG into evidence/ of this incident",
            )


def _left_out(shown: Iterable[ShownPicture]) -> Iterable[str]:
    for one in shown:
        if one.clean and one.clean.taken_out:
            sorts = ", ".join(one.clean.taken_out)
            yield f"{one.picture.target} is shown without {sorts}."


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


def _renew(opened: OpenedRecord, stamp: Stamp, *, done: str) -> FilesChange:
    return opened.change(
        stamp,
        [],
        stamp.entry(EntryKind.NOTE, text="Changed the page for the world."),
        subject="Publish anew",
        done=done,
        files={opened.record.public_path: _dated_page(opened, stamp)},
    )


def _dated_page(opened: OpenedRecord, stamp: Stamp) -> bytes:
    """Return the page without its comments, and with the date of its text, if there is one."""
    page = opened.record.public_page
    text = without_comments(opened.contents[PUBLIC_FILE].decode()).encode()
    if page is None or not page.is_written:
        return text
    name = "updated_at" if page.published_at else "published_at"
    return edit_front_matter(text, [SetValue(pointer=(name,), value=stamp.at.text)])

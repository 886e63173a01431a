"""The texts of an incident, each with its place: what the world reads, and what people wrote at all."""

from collections.abc import Iterator
from dataclasses import dataclass

from incidentrepo.model.place import Place, Pointer
from incidentrepo.model.record import Record
from incidentrepo.model.status import Visibility
from incidentrepo.repository import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """
    One text of a record.

    `first_line` is where it begins in its file; it is 0 where the text is a value that `pointer` leads to.
    `subject` names it in a way that stays when others come and go. `is_markdown`: comments in it are told to
    nobody.
    """

    text: str
    path: str
    subject: str
    pointer: Pointer = ()
    first_line: int = 0
    is_markdown: bool = False


def public_passages(record: Record) -> Iterator[Passage]:
    """
    Yield the public page's addresses, its title and body, and each public update.

    Of what was withdrawn the world reads the addresses alone.
    """
    page, path = record.public_page, record.public_path
    if page:
        yield Passage(text=page.slug, path=path, subject="slug", pointer=("slug",))
        for slug in page.former_slugs:
            yield Passage(text=slug, path=path, subject="former_slugs", pointer=("former_slugs",))
    if record.incident.visibility is Visibility.WITHDRAWN:
        return
    if page:
        yield Passage(text=page.title, path=path, subject="title", pointer=("title",))
        yield Passage(
            text=page.body, path=path, subject="public.md", first_line=page.body_line, is_markdown=True
        )
    for update in record.incident.public_updates:
        yield Passage(
            text=update.text,
            path=record.incident_path,
            subject=update.id or "update",
            pointer=("timeline", update.index, "text"),
            is_markdown=True,
        )


def internal_passages(record: Record) -> Iterator[Passage]:
    """Yield what people wrote about what happened: summaries, entries, factors, the postmortem."""
    incident, path = record.incident, record.incident_path
    for name in _TOLD:
        if told := getattr(incident, name):
            yield Passage(text=told, path=path, subject=name, pointer=(name,))
    for number, factor in enumerate(incident.contributing_factors):
        yield Passage(
            text=factor, path=path, subject="contributing_factors", pointer=("contributing_factors", number)
        )
    for entry in incident.timeline:
        for name, told in (("text", entry.text), ("reason", entry.reason)):
            if told:
                yield Passage(
                    text=told, path=path, subject=entry.id or name, pointer=("timeline", entry.index, name)
                )
    if page := record.postmortem:
        yield Passage(
            text=page.body, path=record.postmortem_path, subject="postmortem", first_line=page.body_line
        )


_TOLD = ("title", "summary", "detection", "trigger")


def place_in(passage: Passage, span: tuple[int, int], repository: Repository) -> Place:
    """Return where that part of the passage stands in its file, or where its value does if that is quoted."""
    start, end = span
    if passage.first_line:
        return _shift(passage.text, start, line=passage.first_line, column=1)
    value = repository.place_of(passage.path, passage.pointer)
    text = repository.snapshot.read_file(passage.path).decode("utf-8-sig", "replace")
    source = "".join(text.splitlines(keepends=True)[value.line - 1 :])[value.column - 1 :]
    found = source.find(passage.text[start:end])
    return _shift(source, found, line=value.line, column=value.column) if found >= 0 else value


def _shift(text: str, position: int, *, line: int, column: int) -> Place:
    """Return the place of `position` in `text`, which begins at that line and column."""
    lines = text.count("\n", 0, position)
    if lines == 0:
        return Place(line=line, column=column + position)
    return Place(line=line + lines, column=position - text.rfind("\n", 0, position))

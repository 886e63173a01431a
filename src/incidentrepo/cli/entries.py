"""Commands that add an entry: notes, updates, severities, roles, facts."""

import click

from incidentrepo.changes.fields import set_fields
from incidentrepo.changes.moments import read_moment, read_planned
from incidentrepo.changes.noting import add_note, add_update
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.roles import set_owner, set_roles
from incidentrepo.changes.severities import change_severity
from incidentrepo.cli.limits import tell_limit
from incidentrepo.cli.options import change_options, confirmed_option, one_of, reason_option, split_words
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.cli.severities import read_severity
from incidentrepo.errors import UsageError
from incidentrepo.model.status import UpdateState


@click.command()
@click.argument("words", nargs=-1, metavar="[ID] TEXT")
@click.option("--star", is_flag=True, help="This is one of the moments that tell the story.")
@change_options
@pass_session
def note(
    session: Session, words: tuple[str, ...], *, star: bool, by: str | None, at: str | None, commit: bool
) -> None:
    """Add to the timeline: what was seen, tried or decided."""
    incident, (text,) = split_words(words, ("TEXT",))
    stamp = session.stamp(by=by, at=at)
    opened = _open_for_text(session, incident, text)
    session.save(add_note(opened, stamp, text=text, is_starred=star), commit=commit)


@click.command()
@click.argument("words", nargs=-1, metavar="[ID] TEXT")
@click.option("--public", is_flag=True, help="The world may read it.")
@click.option("--state", type=one_of(UpdateState), help="How far it is, for the world.")
@click.option("--public-title", help="What the world calls it; asked for once, with --public.")
@click.option("--slug", help="Its address on the public site; else made of that title.")
@change_options
@pass_session
def update(
    session: Session,
    words: tuple[str, ...],
    *,
    public: bool,
    state: str | None,
    public_title: str | None,
    slug: str | None,
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Tell those who follow how it goes; with --public, tell the world."""
    incident, (text,) = split_words(words, ("TEXT",))
    stamp = session.stamp(by=by, at=at)
    reached = UpdateState(state) if state else None
    opened = _open_for_text(session, incident, text)
    if not public:
        if public_title or slug:
            raise UsageError("a title or an address for the world is of no use inside", hint="add --public")
        session.save(add_update(opened, stamp, text=text, state=reached), commit=commit)
        return
    # Imported here: most updates are for one's own people.
    from incidentrepo.changes.telling import tell_world
    from incidentrepo.cli.public_headings import read_heading

    heading = read_heading(session, opened, title=public_title, slug=slug, option="--public-title")
    change = tell_world(opened, stamp, session.watch(opened), text=text, state=reached, heading=heading)
    session.save(change, commit=commit)


@click.command()
@click.argument("words", nargs=-1, metavar="[ID] SEV")
@reason_option("Why: the next person wants to know.")
@click.option("--correction", is_flag=True, help="The old one was never true.")
@confirmed_option
@change_options
@pass_session
def severity(
    session: Session,
    words: tuple[str, ...],
    *,
    reason: str,
    correction: bool,
    confirmed_by: str | None,
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Judge anew how bad it is; anyone may, at any time, with a reason."""
    incident, (name,) = split_words(words, ("SEV",))
    stamp, policy = session.stamp(by=by, at=at), session.config.policy
    opened, given = session.open(incident), read_severity(name, policy)
    change = change_severity(
        opened,
        stamp,
        severity=given,
        reason=reason,
        is_correction=correction,
        confirmed_by=session.person(confirmed_by) if confirmed_by else None,
    )
    session.save(change, commit=commit)
    told = opened.incident
    tell_limit(given, policy, incident=told.id, tags=told.tags, services=told.services)


@click.command()
@click.argument("words", nargs=-1, metavar="[ID] ROLE=HANDLE...")
@change_options
@pass_session
def role(session: Session, words: tuple[str, ...], *, by: str | None, at: str | None, commit: bool) -> None:
    """Say who does what: commander=grace."""
    incident, assignments = _split_assignments(words, "ROLE=HANDLE")
    stamp = session.stamp(by=by, at=at)
    session.save(set_roles(session.open(incident), stamp, assignments=assignments), commit=commit)


@click.command()
@click.argument("words", nargs=-1, metavar="[ID] HANDLE")
@change_options
@pass_session
def owner(session: Session, words: tuple[str, ...], *, by: str | None, at: str | None, commit: bool) -> None:
    """Hand the incident to the one person who sees it through to closed."""
    incident, (handle,) = split_words(words, ("HANDLE",))
    stamp = session.stamp(by=by, at=at)
    session.save(set_owner(session.open(incident), stamp, owner=session.person(handle)), commit=commit)


@click.command("set")
@click.argument("words", nargs=-1, metavar="[ID] FIELD=VALUE...")
@confirmed_option
@change_options
@pass_session
def set_(
    session: Session,
    words: tuple[str, ...],
    *,
    confirmed_by: str | None,
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Set facts of the record: impact.customers=1200, tags="[payments]", started_at=09:02."""
    incident, assignments = _split_assignments(words, "FIELD=VALUE")
    stamp = session.stamp(by=by, at=at)
    change = set_fields(
        session.open(incident),
        stamp,
        assignments=tuple(_read_clock(session, stamp.by, assignment) for assignment in assignments),
        confirmed_by=session.person(confirmed_by) if confirmed_by else None,
    )
    session.save(change, commit=commit)


# When something happened, and when it will. A `meet_at` is a place, and `custom` is the owner's.
_CLOCKS = frozenset({"started_at", "detected_at", "acknowledged_at", "review.held_at"})
_PLANNED = frozenset({"planned_from", "planned_until"})


def _read_clock(session: Session, by: str, assignment: str) -> str:
    """Return an assignment whose time, as somebody types it, is an instant."""
    field, _, value = assignment.partition("=")
    if value and field in _CLOCKS:
        return f"{field}={read_moment(value, zone=session.zone_of(by), now=session.now)}"
    if value and field in _PLANNED:
        return f"{field}={read_planned(value, zone=session.zone_of(by), now=session.now)}"
    return assignment


def _open_for_text(session: Session, incident: str | None, text: str) -> OpenedRecord:
    """Return the incident meant; a word that names one is no text, and was not meant as such."""
    if incident is None and " " not in text and text.casefold() in session.open(None).id:
        raise UsageError(f"'{text}' names an incident: the text is missing", hint=f'{text} "what was seen"')
    return session.open(incident)


def _split_assignments(words: tuple[str, ...], form: str) -> tuple[str | None, tuple[str, ...]]:
    incident, assignments = (None, words) if words and "=" in words[0] else (words[:1] or None, words[1:])
    if not assignments:
        raise UsageError(f"there is no {form} among the words given", hint=f"[ID] {form}...")
    return incident[0] if incident else None, assignments

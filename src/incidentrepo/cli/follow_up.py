"""`follow-up`: owned, dated work."""

import click

from incidentrepo.changes.follow_ups import (
    add_follow_up,
    assign_follow_up,
    drop_follow_up,
    finish_follow_up,
    move_follow_up,
    select_follow_up,
    start_follow_up,
)
from incidentrepo.changes.opened import OpenedRecord, open_record
from incidentrepo.changes.selecting import find_follow_up
from incidentrepo.cli.options import change_options, one_of, reason_option, split_words
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.model.ids import FOLLOW_UP_ID
from incidentrepo.model.status import Purpose

_WHICH = click.argument("words", nargs=-1, metavar="[ID] FOLLOW_UP")


@click.group("follow-up")
def follow_up() -> None:
    """Promise work, begin it, finish it, move it, or drop it with a reason."""


@follow_up.command()
@click.argument("words", nargs=-1, metavar="[ID] TITLE")
@click.option("--owner", help="Who does it.")
@click.option("--due", metavar="DAY", help="By when; else what policy allows.")
@click.option("--purpose", type=one_of(Purpose), help="What it is for.")
@click.option("--tracker", help="Its ticket elsewhere.")
@change_options
@pass_session
def add(
    session: Session,
    words: tuple[str, ...],
    *,
    owner: str | None,
    due: str | None,
    purpose: str | None,
    tracker: str | None,
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Promise work that comes out of the incident."""
    incident, (title,) = split_words(words, ("TITLE",))
    change = add_follow_up(
        session.open(incident),
        session.stamp(by=by, at=at),
        policy=session.config.policy,
        title=title,
        owner=session.person(owner) if owner else None,
        due_on=due,
        purpose=Purpose(purpose) if purpose else None,
        tracker=tracker,
    )
    session.save(change, commit=commit)


@follow_up.command()
@_WHICH
@change_options
@pass_session
def start(session: Session, words: tuple[str, ...], *, by: str | None, at: str | None, commit: bool) -> None:
    """Say that somebody works on it."""
    incident, (which,) = split_words(words, ("FOLLOW_UP",))
    opened = _open(session, incident, which)
    change = start_follow_up(opened, session.stamp(by=by, at=at), select_follow_up(opened, which))
    session.save(change, commit=commit)


@follow_up.command()
@_WHICH
@click.option("--evidence", default="", help="By what one can see it: a commit, a link.")
@change_options
@pass_session
def done(
    session: Session, words: tuple[str, ...], *, evidence: str, by: str | None, at: str | None, commit: bool
) -> None:
    """Say that it is done."""
    incident, (which,) = split_words(words, ("FOLLOW_UP",))
    opened = _open(session, incident, which)
    chosen = select_follow_up(opened, which)
    session.save(
        finish_follow_up(opened, session.stamp(by=by, at=at), chosen, evidence=evidence), commit=commit
    )


@follow_up.command()
@_WHICH
@reason_option("Why it will not be done.")
@change_options
@pass_session
def drop(
    session: Session, words: tuple[str, ...], *, reason: str, by: str | None, at: str | None, commit: bool
) -> None:
    """Say that it will not be done, and why: an honest end."""
    incident, (which,) = split_words(words, ("FOLLOW_UP",))
    opened = _open(session, incident, which)
    chosen = select_follow_up(opened, which)
    session.save(drop_follow_up(opened, session.stamp(by=by, at=at), chosen, reason=reason), commit=commit)


@follow_up.command()
@_WHICH
@click.option("--to", required=True, metavar="DAY", help="The new date.")
@reason_option("Why it moves.")
@change_options
@pass_session
def move(
    session: Session,
    words: tuple[str, ...],
    *,
    to: str,
    reason: str,
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Move its date, openly, before it has passed."""
    incident, (which,) = split_words(words, ("FOLLOW_UP",))
    opened, config = _open(session, incident, which), session.config
    change = move_follow_up(
        opened,
        session.stamp(by=by, at=at),
        select_follow_up(opened, which),
        policy=config.policy,
        to=to,
        reason=reason,
        people=config.people,
    )
    session.save(change, commit=commit)


@follow_up.command()
@click.argument("words", nargs=-1, metavar="[ID] FOLLOW_UP HANDLE")
@change_options
@pass_session
def assign(session: Session, words: tuple[str, ...], *, by: str | None, at: str | None, commit: bool) -> None:
    """Give it to somebody."""
    incident, (which, handle) = split_words(words, ("FOLLOW_UP", "HANDLE"))
    opened = _open(session, incident, which)
    chosen = select_follow_up(opened, which)
    session.save(
        assign_follow_up(opened, session.stamp(by=by, at=at), chosen, owner=session.person(handle)),
        commit=commit,
    )


def _open(session: Session, incident: str | None, which: str) -> OpenedRecord:
    """Return the incident meant; a follow-up's id is enough to find it."""
    session.take_turn()
    folder = (
        find_follow_up(session.files, which) if incident is None and FOLLOW_UP_ID.fullmatch(which) else None
    )
    return open_record(session.files, folder) if folder else session.open(incident)

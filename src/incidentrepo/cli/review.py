"""`review`: others read what was written."""

import click

from incidentrepo.changes.moments import read_coming_moment
from incidentrepo.changes.reviewing import approve_review, hold_review, schedule_review
from incidentrepo.cli.options import change_options, split_words
from incidentrepo.cli.session import Session, pass_session


@click.group()
def review() -> None:
    """Have others read it: in a meeting, or by an approval."""


@review.command()
@click.argument("words", nargs=-1, metavar="[ID] TIME")
@change_options
@pass_session
def schedule(
    session: Session, words: tuple[str, ...], *, by: str | None, at: str | None, commit: bool
) -> None:
    """Plan the meeting for a time to come: 14:00, or "2026-12-01 14:00", in your own zone."""
    incident, (time,) = split_words(words, ("TIME",))
    stamp = session.stamp(by=by, at=at)
    planned = read_coming_moment(time, zone=session.zone_of(stamp.by), now=session.now)
    session.save(schedule_review(session.open(incident), stamp, at=planned), commit=commit)


@review.command()
@click.argument("incident", required=False, metavar="[ID]")
@click.option(
    "--attendee", "attendees", multiple=True, metavar="HANDLE", help="Who took part; may be repeated."
)
@change_options
@pass_session
def held(
    session: Session,
    incident: str | None,
    *,
    attendees: tuple[str, ...],
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Say that the meeting took place."""
    stamp = session.stamp(by=by, at=at)
    change = hold_review(session.open(incident), stamp, attendees=map(session.person, attendees))
    session.save(change, commit=commit)


@review.command()
@click.argument("incident", required=False, metavar="[ID]")
@click.option("--by", "approver", metavar="HANDLE", help="Who approved it; else whoever types.")
@change_options
@pass_session
def approved(
    session: Session,
    incident: str | None,
    *,
    approver: str | None,
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Say that somebody who did not write the postmortem approved it, as in a pull request."""
    stamp = session.stamp(by=by, at=at)
    change = approve_review(
        session.open(incident), stamp, approver=session.person(approver) if approver else stamp.by
    )
    session.save(change, commit=commit)

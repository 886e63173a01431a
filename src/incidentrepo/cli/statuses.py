"""Commands that move an incident along its way."""

from collections.abc import Iterator

import click

from incidentrepo.changes.closing import close as close_incident
from incidentrepo.changes.opened import OpenedRecord, open_record
from incidentrepo.changes.selecting import find_duplicates, select_folder
from incidentrepo.changes.statuses import advance, mark_duplicate
from incidentrepo.changes.statuses import invalidate as invalidate_incident
from incidentrepo.changes.statuses import reopen as reopen_incident
from incidentrepo.cli.options import change_options, confirmed_option, reason_option
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.conditions import owes
from incidentrepo.model.severity import Severity, highest
from incidentrepo.model.status import Status

_ID = click.argument("incident", required=False, metavar="[ID]")
_TEXT = click.option("-m", "--message", "text", default="", help="What brought it there.")
_REASON = reason_option("Why: the next person wants to know.")


@click.command()
@_ID
@_TEXT
@change_options
@pass_session
def mitigate(
    session: Session, incident: str | None, *, text: str, by: str | None, at: str | None, commit: bool
) -> None:
    """Say that it does not hurt any more; the cause may still be there."""
    stamp = session.stamp(by=by, at=at)
    session.save(advance(session.open(incident), stamp, to=Status.MITIGATED, text=text), commit=commit)


@click.command()
@_ID
@_TEXT
@change_options
@pass_session
def resolve(
    session: Session, incident: str | None, *, text: str, by: str | None, at: str | None, commit: bool
) -> None:
    """Say that it is over; what policy owes is counted from now."""
    stamp = session.stamp(by=by, at=at)
    session.save(advance(session.open(incident), stamp, to=Status.RESOLVED, text=text), commit=commit)


@click.command()
@_ID
@_TEXT
@click.option("--postmortem", "sentence", default="", help="The whole postmortem, in one sentence.")
@change_options
@pass_session
def close(
    session: Session,
    incident: str | None,
    *,
    text: str,
    sentence: str,
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Say that nothing is left to do; refused while policy is owed something."""
    stamp = session.stamp(by=by, at=at)
    opened = session.open(incident)
    change = close_incident(
        opened,
        stamp,
        policy=session.config.policy,
        people=session.config.people,
        text=text,
        sentence=sentence,
        inherited=_inherited_severity(session, opened.id),
        is_handed_on=_is_handed_on(session, opened),
    )
    session.save(change, commit=commit)


def _inherited_severity(session: Session, incident_id: str) -> Severity | None:
    """Return the worst severity that its duplicates ever had."""
    duplicates = (
        open_record(session.files, folder) for folder in find_duplicates(session.files, incident_id)
    )
    alone = session.config.people.only_one
    return highest(found for each in duplicates if (found := each.incident.highest_held(alone=alone)))


def _is_handed_on(session: Session, opened: OpenedRecord) -> bool:
    """Whether another incident, of which this is a duplicate, owes in its place."""
    original = opened.incident.related.duplicate_of
    if original is None:
        return False
    return owes(session.open(original).incident, session.config.policy, session.config.people)


@click.command()
@_ID
@_REASON
@change_options
@pass_session
def reopen(
    session: Session, incident: str | None, *, reason: str, by: str | None, at: str | None, commit: bool
) -> None:
    """Say that it is not over after all; what was paid stays paid."""
    stamp = session.stamp(by=by, at=at)
    session.save(reopen_incident(session.open(incident), stamp, reason=reason), commit=commit)


@click.command()
@_ID
@_REASON
@confirmed_option
@change_options
@pass_session
def invalidate(
    session: Session,
    incident: str | None,
    *,
    reason: str,
    confirmed_by: str | None,
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Say that it was no incident; it leaves reports and duties, and stays on record."""
    confirmer = session.person(confirmed_by) if confirmed_by else None
    stamp = session.stamp(by=by, at=at)
    change = invalidate_incident(session.open(incident), stamp, reason=reason, confirmed_by=confirmer)
    session.save(change, commit=commit)


@click.command()
@click.argument("incident", metavar="ID")
@click.argument("original", metavar="OF")
@change_options
@pass_session
def duplicate(
    session: Session, incident: str, original: str, *, by: str | None, at: str | None, commit: bool
) -> None:
    """Say that another incident tells it already."""
    stamp = session.stamp(by=by, at=at)
    name = select_folder(session.files, original).rsplit("/", 1)[-1]
    opened = session.open(incident)
    change = mark_duplicate(opened, stamp, original=name, beyond=tuple(_originals(session, name)))
    session.save(change, commit=commit)


def _originals(session: Session, name: str) -> Iterator[str]:
    """Yield the incidents that `name` is a duplicate of, the nearest first; a ring of old is walked once."""
    seen = {name}
    original = session.open(name).incident.related.duplicate_of
    while original is not None and original not in seen:
        yield original
        seen.add(original)
        original = session.open(original).incident.related.duplicate_of

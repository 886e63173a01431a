"""Updates for the world, the first of which starts the page that it reads them on."""

from collections.abc import Mapping

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.drafting import Heading, write_page
from incidentrepo.changes.leaking import Watch, refuse_leaks
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import SetValue
from incidentrepo.errors import UsageError
from incidentrepo.model.incident import Incident
from incidentrepo.model.public_state import contradicts
from incidentrepo.model.status import Status, UpdateState, Visibility
from incidentrepo.model.timeline import EntryKind


def tell_world(
    opened: OpenedRecord,
    stamp: Stamp,
    watch: Watch,
    *,
    text: str,
    state: UpdateState | None,
    heading: Heading | None = None,
) -> FilesChange:
    """
    Return the change that adds an update for the world; `heading` is for an incident without a page.

    It starts that page, and publishes it: all on it was written for the world, just now. A page that
    somebody drafted before waits for `publish`, for nobody has said yet that it is ready. Raises
    `RefusedError` where the world would read what it must not know, and `UsageError` where `state` is not
    how the incident stands.
    """
    _refuse_contradiction(opened, stamp, state)
    refuse_leaks(watch, text, where="text")
    update = stamp.entry(EntryKind.UPDATE, audience="public", state=state.value if state else None, text=text)
    if heading is None:
        return opened.change(stamp, [], update, subject="Update", reason=text, done=_done(opened))
    page = write_page(heading, watch)
    return opened.change(
        stamp,
        [SetValue(pointer=("visibility",), value=Visibility.PUBLIC.value)],
        update,
        subject="Tell the world",
        reason=text,
        done=f"{opened.id} is public: /{heading.slug}/. The world reads this update there, and no text yet.",
        files={opened.record.public_path: page},
        first=(_opening(opened, stamp),),
    )


def _refuse_contradiction(opened: OpenedRecord, stamp: Stamp, state: UpdateState | None) -> None:
    incident = opened.incident
    if contradicts(incident, state, stamp.at):
        raise UsageError(
            f"the world would read '{state}', and {opened.id} is {incident.status}",
            hint=_way_out(incident),
        )


def _way_out(incident: Incident) -> str:
    if incident.status is Status.CLOSED:
        return "leave --state out, or declare anew what came back, and name this one in its repeat_of"
    if incident.status is Status.RESOLVED:
        return f'incidentrepo reopen {incident.id} --reason "..." first'
    return f"incidentrepo resolve {incident.id} first"


def _opening(opened: OpenedRecord, stamp: Stamp) -> Mapping[str, object]:
    before = opened.incident.visibility
    return stamp.entry(
        EntryKind.FIELD, field="visibility", before=before.value, after=Visibility.PUBLIC.value
    )


def _done(opened: OpenedRecord) -> str:
    if opened.incident.visibility is Visibility.PUBLIC:
        return f"Updated {opened.id} for the world."
    return f"Updated {opened.id}; the world reads it once you `incidentrepo publish {opened.id}`."

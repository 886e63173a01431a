"""Closing an incident: only when what policy asks of it has been done."""

from collections.abc import Iterator

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.postmortems import one_sentence_postmortem
from incidentrepo.changes.stamp import Stamp
from incidentrepo.changes.statuses import advance
from incidentrepo.conditions import owes
from incidentrepo.duties import has_review, severity_policy
from incidentrepo.errors import RefusedError
from incidentrepo.model.policy import Policy
from incidentrepo.model.status import FollowUpStatus, Status


def close(
    opened: OpenedRecord, stamp: Stamp, *, policy: Policy, text: str = "", sentence: str = ""
) -> FilesChange:
    """
    Return the change that closes an incident, with `sentence` as its postmortem if one is given.

    Raises `RefusedError` with everything that is missing and the command for each.
    """
    missing = list(_missing(opened, policy, has_sentence=bool(sentence)))
    if missing:
        lines = "\n".join(f"  {what:<46} {command}" for what, command in missing)
        raise RefusedError(f"{opened.id} cannot be closed yet\n{lines}")
    files = one_sentence_postmortem(opened, stamp, sentence) if sentence else None
    return advance(opened, stamp, to=Status.CLOSED, text=text, files=files)


def _missing(opened: OpenedRecord, policy: Policy, *, has_sentence: bool) -> Iterator[tuple[str, str]]:
    incident, postmortem = opened.incident, opened.record.postmortem
    if not owes(incident, policy):
        return
    asked = severity_policy(incident, policy)
    is_final = postmortem is not None and postmortem.is_final
    if asked and asked.postmortem and not is_final:
        if has_sentence and not asked.is_one_sentence_enough:
            yield (
                f"{asked.severity} asks for more than one sentence",
                f"incidentrepo postmortem new {opened.id}",
            )
        elif not has_sentence:
            command = "finish" if postmortem else "new"
            yield "the postmortem is not final", f"incidentrepo postmortem {command} {opened.id}"
    if asked and asked.review and not has_review(opened.record):
        yield "nobody has reviewed it", f"incidentrepo set {opened.id} review.held_at=TIME"
    for follow_up in incident.follow_ups:
        is_loose = not follow_up.status.has_ended and not (follow_up.owner and follow_up.due_on)
        is_unexplained = follow_up.status is FollowUpStatus.WONT_DO and not follow_up.reason
        if is_loose or is_unexplained:
            command = f"incidentrepo follow-up assign {opened.id} {follow_up.id}"
            yield f"'{follow_up.title[:32]}' has no owner, date or reason", command

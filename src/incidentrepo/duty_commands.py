"""The command that pays a duty."""

from typing import Protocol

from incidentrepo.model.duty import Duty
from incidentrepo.model.record import POSTMORTEM_FILE


class Written(Protocol):
    """A postmortem, of which only matters whether it is done."""

    @property
    def is_final(self) -> bool:
        """Whether its authors have finished it."""


def command_for(duty: Duty, postmortem: Written | None = None) -> str:
    """Return the command that pays a duty; a postmortem is started first, then finished."""
    if duty.satisfied_by == "postmortem":
        return command_for_postmortem(duty.incident, postmortem)
    if duty.satisfied_by:
        return _COMMANDS[duty.satisfied_by].format(id=duty.incident, follow_up=duty.follow_up or "ID")
    return _command_for_field(duty.field, duty.incident)


_COMMANDS = {
    "review": "incidentrepo review held {id}",
    "follow_ups": "incidentrepo follow-up done {id} {follow_up}",
    "update": 'incidentrepo update {id} "..."',
    "public_update": 'incidentrepo update {id} "..." --public',
    "publication": "incidentrepo publish {id}",
    "closing": "incidentrepo close {id}",
    "entry": 'incidentrepo note {id} "..."',
}
_FIELD_COMMANDS = {
    "mitigated_at": "incidentrepo mitigate {id}",
    "resolved_at": "incidentrepo resolve {id}",
    "closed_at": "incidentrepo close {id}",
    "owner": "incidentrepo owner {id} WHO",
    "roles": "incidentrepo role {id} {rest}=WHO",
}


def command_for_postmortem(incident: str, postmortem: Written | None) -> str:
    """Return what to do next for the postmortem of an incident, owed or not."""
    if postmortem is None:
        return f"incidentrepo postmortem new {incident}"
    if postmortem.is_final:
        return f"write more than one sentence into {POSTMORTEM_FILE} of {incident}"
    return f"incidentrepo postmortem finish {incident}"


def _command_for_field(field: str, incident: str) -> str:
    """Return the command that gives a field its value: `set`, where it has none of its own."""
    first, _, rest = field.partition(".")
    if first in _FIELD_COMMANDS:
        return _FIELD_COMMANDS[first].format(id=incident, rest=rest)
    return f"incidentrepo set {incident} {field}={'TIME' if field.endswith('_at') else 'VALUE'}"

"""What a format of deadlines is: a name, and what is owed as text."""

from collections.abc import Callable
from dataclasses import dataclass

from incidentrepo.model.deadline import Deadlines
from incidentrepo.reminders import Reminder


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineFormat:
    """
    A way to print what is owed; the text ends in a line end.

    `write_reminders`, where the format has it, prints what to remind of today.
    """

    name: str
    write: Callable[[Deadlines], str]
    write_reminders: Callable[[Deadlines, tuple[Reminder, ...]], str] | None = None

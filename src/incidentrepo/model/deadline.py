"""What is owed at one moment, with all that a list of it shows."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from datetime import time as clock

from incidentrepo.model.duty import Duty
from incidentrepo.model.severity import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """
    A duty that is still to be paid.

    `due_at` is when, the leave that a waiver gives counted in; `title` and `severity` are the
    incident's; `command` is what to type next.
    """

    duty: Duty
    title: str
    severity: Severity | None
    due_at: datetime
    command: str
    is_overdue: bool

    @property
    def is_failing(self) -> bool:
        """Whether somebody should have paid it by now; a nudge is shown, and fails nothing."""
        return self.is_overdue and not self.duty.is_nudge

    @property
    def is_whole_day(self) -> bool:
        """Whether it is due some time on a day, and not at an hour of it."""
        return self.due_at.time() == clock.max


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadlines:
    """
    All that is owed at `now`, the one due first first; instants are in the policy's zone.

    `checked` says in words what was read, `incidents` is how many there are, and `unreadable` are the
    paths of those that cannot be read, so that nobody knows what they owe. `scope` says which of all that
    is owed was asked for: `by ada within 7d`.
    """

    organisation: str
    checked: str
    now: datetime
    entries: tuple[Deadline, ...]
    incidents: int
    unreadable: tuple[str, ...] = ()
    scope: str = ""

    @property
    def failing(self) -> tuple[Deadline, ...]:
        """What should have been paid by now."""
        return tuple(entry for entry in self.entries if entry.is_failing)

    def only(self, is_meant: Callable[[Deadline], bool], scope: str) -> "Deadlines":
        """Return the same with those entries only; `scope` says which, and adds to what was said before."""
        kept = tuple(filter(is_meant, self.entries))
        return replace(self, entries=kept, scope=f"{self.scope} {scope}".strip())

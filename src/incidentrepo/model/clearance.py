"""The answer to another repository's pipeline."""

from dataclasses import dataclass

from incidentrepo.model.deadline import Deadline
from incidentrepo.model.incident import Incident


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearance:
    """
    The answer, with its reasons.

    `overdue` is what should have been done for incidents of what was asked about, `burning` are those
    that are open or mitigated. `is_waiting` says that what is overdue does not bar now, for something
    serious burns, and its mend must get out. `barred_by` are those among the burning that were asked
    not to be there. `unreadable` are records that nobody can read.
    """

    about: tuple[str, ...]
    overdue: tuple[Deadline, ...] = ()
    burning: tuple[Incident, ...] = ()
    is_waiting: bool = False
    barred_by: tuple[Incident, ...] = ()
    unreadable: tuple[str, ...] = ()

    @property
    def is_given(self) -> bool:
        """Whether nothing bars."""
        return not self.barred_by and (self.is_waiting or not self.overdue)

"""What a rule is: one check, named after the defect that it finds."""

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from incidentrepo.documents.edits import Edit
from incidentrepo.findings import Finding
from incidentrepo.model.place import Place, Pointer
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context


class Bites(StrEnum):
    """The moment from which a rule may stand in somebody's way; before it, it only warns."""

    ALWAYS = "always"
    CLOSING = "closing"
    PUBLISHING = "publishing"


class Rule:
    """
    One check.

    A subclass states its four facts and overrides the one method whose question it answers. Its
    docstring is its page of the documentation.
    """

    id: ClassVar[str]
    summary: ClassVar[str]
    level: ClassVar[Level]
    bites: ClassVar[Bites] = Bites.ALWAYS

    def check_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """
        Yield what is wrong with one incident.

        What a rule would not say at the end of time, of an incident that is alone in the world, it
        never says: `settling` rests on that, to read only what a check can have something to say of.
        """
        return ()

    def check_repository(self, context: Context) -> Iterable[Finding]:
        """Yield what is wrong between incidents, or outside of them; settled ones are not among them."""
        return ()

    def check_change(self, before: Record, after: Record | None) -> Iterable[Finding]:
        """Yield what is wrong with what a change did to one incident; None: it is gone."""
        return ()

    def finding(
        self,
        record: Record | None,
        pointer: Pointer = (),
        *,
        message: str,
        hint: str = "",
        subject: str = "",
        path: str = "",
        place: Place | None = None,
        fix: Iterable[Edit] = (),
    ) -> Finding:
        """
        Return what this rule saw at `pointer` of `path`, the record's own file by default.

        `place` is for what has no pointer, such as a line of Markdown.
        """
        return Finding(
            rule=self.id,
            summary=self.summary,
            level=self.level,
            path=path or (record.incident_path if record else ""),
            message=message,
            hint=hint,
            pointer=pointer,
            place=place,
            incident=record.incident.id if record else None,
            subject=subject or _subject_of(pointer),
            fix=tuple(fix),
        )


def _subject_of(pointer: Pointer) -> str:
    """Return the names along `pointer`: positions move when entries are added, names do not."""
    return ".".join(step for step in pointer if isinstance(step, str))

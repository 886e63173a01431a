"""What a rule saw: where, how bad, and what to do about it."""

from dataclasses import dataclass

from incidentrepo.documents.edits import Edit
from incidentrepo.model.place import Place, Pointer
from incidentrepo.model.policy import Level

Identity = tuple[str, str, str]
"""A rule, an incident (or a path outside of any) and what it is about inside it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """
    One thing a rule saw in one file.

    `summary` is the rule's own and quotes nothing of the file, so that the public may read it; `message`
    and `hint` do. `subject` names what it is about inside the incident (an entry's or a follow-up's id,
    a field) and, unlike a line, stays the same when the file around it changes. `fix` mends it, if
    applied to the file at `path`. `place` is None until somebody has looked it up. `is_old` says that the
    change under judgement did not bring it.
    """

    rule: str
    summary: str
    level: Level
    path: str
    message: str
    hint: str = ""
    pointer: Pointer = ()
    place: Place | None = None
    incident: str | None = None
    subject: str = ""
    fix: tuple[Edit, ...] = ()
    is_old: bool = False

    @property
    def identity(self) -> Identity:
        """What makes it the same finding on both sides of a change: never its line."""
        return (self.rule, self.incident or self.path, self.subject)

    @property
    def sort_key(self) -> tuple[str, Place, str, str]:
        """Findings are shown by file, line, column and rule."""
        return (self.path, self.place or Place(), self.rule, self.message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """
    The outcome of a check: what was looked at, and what was found there.

    `checked` and `base` say in words what was judged and against what; `notes` say what a reader
    should know of the judgement itself, such as a change of policy. The public may read all three where
    CI prints them, so of a record they name its id at most. `root` leads from the top of the git
    repository to the folder that findings' paths count from: "" or `ops/incidents/`.
    """

    findings: tuple[Finding, ...]
    incidents: int
    checked: str
    base: str = ""
    notes: tuple[str, ...] = ()
    root: str = ""

    def path_of(self, finding: Finding) -> str:
        """Return where the finding's file is from the top of the git repository."""
        return f"{self.root}{finding.path}"

    def count(self, level: Level) -> int:
        """Return how many findings of that level the change under judgement brought."""
        return sum(finding.level is level and not finding.is_old for finding in self.findings)

    def has_reached(self, fail_on: Level) -> bool:
        """Whether a finding that is not old weighs as much as `fail_on`, or more."""
        heavy = _WEIGHTS[: _WEIGHTS.index(fail_on) + 1]
        return any(self.count(level) for level in heavy)


_WEIGHTS = (Level.ERROR, Level.WARNING, Level.NOTE)

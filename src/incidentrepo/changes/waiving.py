"""A waiver: leave not to follow one rule, or not to pay one duty, given by another person."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import AppendItem
from incidentrepo.errors import RefusedError, UsageError
from incidentrepo.model.calendar import in_zone
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.people import People
from incidentrepo.model.policy import Policy
from incidentrepo.model.timeline import EntryKind
from incidentrepo.rules import RULES

# What one line pays needs no leave: an update, or a word on something stale.
_WAIVABLE = (DutyKind.POSTMORTEM, DutyKind.REVIEW, DutyKind.FOLLOW_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """What a person asks to be let off, why, who agreed, and until when; a `rule` or a `duty`."""

    reason: str
    approved_by: str
    rule: str | None = None
    duty: str | None = None
    until: str | None = None

    @property
    def what(self) -> str:
        """The rule or the duty, by its name."""
        return self.rule or self.duty or ""


def waive(opened: OpenedRecord, stamp: Stamp, leave: Leave, *, policy: Policy, people: People) -> FilesChange:
    """
    Return the change that writes a waiver into the record.

    Raises `UsageError` for a rule or duty that there is not, and a day that is over; `RefusedError` where
    whoever approves is the author or the owner, and not alone in the firm.
    """
    _refuse_unknown(leave, policy)
    until = _read_day(leave.until, stamp, policy) if leave.until else None
    if not people.is_another(leave.approved_by, stamp.by, opened.incident.owner):
        part = "asks for this waiver" if leave.approved_by == stamp.by else f"owns {opened.id}"
        raise RefusedError(
            f"{leave.approved_by} {part}", hint="it takes the word of somebody who does neither"
        )
    fields = {
        "rule": leave.rule,
        "duty": leave.duty,
        "reason": leave.reason,
        "by": stamp.by,
        "approved_by": leave.approved_by,
        "until": until,
    }
    value = {name: field for name, field in fields.items() if field is not None}
    how_long = f" until {until}" if until else ""
    entry = stamp.entry(
        EntryKind.FIELD,
        field="waivers",
        after=f"{leave.what}{how_long}",
        reason=leave.reason,
        confirmed_by=leave.approved_by,
    )
    return opened.change(
        stamp,
        [AppendItem(pointer=("waivers",), value=value)],
        entry,
        subject=f"Waive {leave.what}",
        reason=f"{leave.reason}\n\nApproved by {leave.approved_by}{how_long}.",
        done=f"Waived {leave.what} of {opened.id}{how_long}, approved by {leave.approved_by}.",
    )


def _refuse_unknown(leave: Leave, policy: Policy) -> None:
    if (leave.rule is None) == (leave.duty is None):
        raise UsageError(
            "a waiver is for a rule or for a duty", hint="give --rule or --duty, and one of them"
        )
    if leave.rule is not None:
        _refuse(leave.rule, "rule", [rule.id for rule in RULES])
    else:
        _refuse(leave.what, "duty", [*_WAIVABLE, *(duty.name for duty in policy.duties)])


def _refuse(name: str, what: str, known: Collection[str]) -> None:
    if name not in known:
        near = get_close_matches(name, known, 1)
        listed = "`incidentrepo rules` lists them" if what == "rule" else f"there are {', '.join(known)}"
        raise UsageError(f"there is no {what} '{name}'", hint=f"did you mean {near[0]}?" if near else listed)


def _read_day(text: str, stamp: Stamp, policy: Policy) -> str:
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise UsageError(f"'{text}' is no day", hint="write it as 2026-12-02") from error
    if day < in_zone(stamp.now, policy.calendar).date():
        raise UsageError(f"{day} has passed", hint="name the last day on which the waiver holds")
    return day.isoformat()

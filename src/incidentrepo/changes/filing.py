"""From an issue to a declaration: what was filed, in the words of the records."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from incidentrepo.changes.declaring import Declaration
from incidentrepo.changes.filed_guide import read_guide
from incidentrepo.changes.filed_issue import FiledIssue
from incidentrepo.changes.moments import read_moment
from incidentrepo.config.loading import Config
from incidentrepo.errors import UsageError
from incidentrepo.model.filing_form import GUIDE, KIND, SERVICES, SEVERITY, STARTED, TAGS, WHAT
from incidentrepo.model.ids import HANDLE, slugify
from incidentrepo.model.people import People
from incidentrepo.model.policy import Policy
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.model.tags import Tags
from incidentrepo.model.time import Time

_NOBODY = "unknown"  # an account that is gone has no name any more
_LONGEST_TITLE = 200
_LONGEST_SUMMARY = 20_000
_LONGEST_HANDLE = 39
_SEVERITY = re.compile(r"\bsev ?-?([1-5])\b", re.IGNORECASE)
_UNKNOWN = {True: "tags.yaml does not know them", False: "a name is of small letters, digits and dashes"}
_NAME = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """What to declare, who filed it, and what of the form could not be taken over."""

    declaration: Declaration
    by: str
    left_out: tuple[str, ...]


def read_filing(issue: FiledIssue, config: Config, *, now: datetime) -> Filing:
    """
    Return what an issue declares.

    Raises UsageError where it has no title, or an incident no severity that the policy knows: without
    these nobody knows whom to call. What else cannot be read is left out and told, for no fire waits for it.
    """
    left_out: list[str] = []
    kind = _read_kind(issue.answers.get(KIND.id, ""), left_out)
    return Filing(
        declaration=Declaration(
            title=_read_title(issue.title),
            severity=_read_severity(issue.answers.get(SEVERITY.id, ""), kind, config.policy),
            kind=kind,
            summary=_read_summary(issue.answers.get(WHAT.id, ""), left_out),
            tags=_read_names(TAGS.label, issue.answers.get(TAGS.id, ""), config.tags, left_out),
            answers=_read_guide(issue.answers.get(GUIDE.id, ""), config.policy, left_out),
            services=_read_names(SERVICES.label, issue.answers.get(SERVICES.id, ""), config.tags, left_out),
            started_at=_read_start(issue.answers.get(STARTED.id, ""), config.policy, now, left_out),
            origin="issue",
            source_url=issue.url,
        ),
        by=handle_of_login(issue.login or _NOBODY, config.people),
        left_out=tuple(left_out),
    )


def handle_of_login(login: str, people: People) -> str:
    """Return the handle of whoever has this account, as `people.yaml` knows it, else one made of it."""
    person = people.find_by_login(login)
    if person:
        return person.handle
    plain = login.lower()
    if HANDLE.fullmatch(plain):
        return plain
    made = slugify(login)[:_LONGEST_HANDLE].rstrip("-")
    return _NOBODY if made == slugify("") else made


def _read_title(text: str) -> str:
    title = " ".join(text.split())
    if not title:
        raise UsageError("the title is empty", hint="say in a few words what is wrong")
    if len(title) > _LONGEST_TITLE:
        raise UsageError(
            f"the title has {len(title)} characters, and a record takes {_LONGEST_TITLE}",
            hint="say it in fewer words; the rest belongs under 'What happened?'",
        )
    return title


def _read_kind(text: str, left_out: list[str]) -> Kind:
    word = "_".join(text.lower().replace("-", " ").split())
    if not word:
        return Kind.INCIDENT
    kind = next((kind for kind in Kind if kind.value == word), None)
    if kind is None:
        left_out.append(f"{KIND.label} It was taken for an incident: a record knows {_list(Kind)}.")
    return kind or Kind.INCIDENT


def _read_severity(text: str, kind: Kind, policy: Policy) -> Severity | None:
    known = ", ".join(policy.severities)
    found = _SEVERITY.search(text)
    named = Severity(f"SEV{found[1]}") if found else _find_label(text, policy)
    if named in policy.severities:
        return named
    if kind is not Kind.INCIDENT and not text:
        return None
    said = "it says no severity that is used here" if text else "it does not say how bad it is"
    raise UsageError(said, hint=f"write one of {known} under '{SEVERITY.label}'")


def _find_label(text: str, policy: Policy) -> Severity | None:
    words = text.casefold().split()
    return next((one.severity for one in policy.severities.values() if one.label.casefold() in words), None)


def _read_guide(text: str, policy: Policy, left_out: list[str]) -> Mapping[str, str]:
    answers = read_guide(text, policy)
    if answers is None:
        left_out.append(f"{GUIDE.label} The severity guide has other questions or answers by now.")
    return answers or {}


def _read_summary(text: str, left_out: list[str]) -> str:
    if len(text) <= _LONGEST_SUMMARY:
        return text
    left_out.append(
        f"{WHAT.label} Its end: a record takes {_LONGEST_SUMMARY:,} characters. The issue has all of it."
    )
    return text[:_LONGEST_SUMMARY].rstrip()


def _read_names(label: str, text: str, tags: Tags, left_out: list[str]) -> tuple[str, ...]:
    """Return the names in a list with commas; where there is a `tags.yaml`, those that it knows."""
    wanted = dict.fromkeys(name for part in re.split(r"[,;\n]", text) if (name := part.strip().lower()))
    good = tuple(
        name for name in wanted if (name in tags.by_name if tags.is_declared else _NAME.fullmatch(name))
    )
    if len(good) < len(wanted):
        count = len(wanted) - len(good)
        left_out.append(f"{label} {count} of {len(wanted)} names: {_UNKNOWN[tags.is_declared]}.")
    return good


def _read_start(text: str, policy: Policy, now: datetime, left_out: list[str]) -> Time | None:
    if not text:
        return None
    try:
        return read_moment(text, zone=policy.calendar.zone, now=now)
    except UsageError as error:
        left_out.append(f"{STARTED.label} It could not be read as a time: {error.hint}.")
        return None


def _list(kinds: Iterable[Kind]) -> str:
    return ", ".join(kind.value.replace("_", " ") for kind in kinds)

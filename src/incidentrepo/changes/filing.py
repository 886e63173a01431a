"""From an issue to a declaration: what was filed, in the words of the records."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from incidentrepo.changes.declaring import Declaration
from incidentrepo.changes.filed_guide import read_guide
from incidentrepo.changes.filed_issue import FiledIssue
from incidentrepo.changes.moments import read_moment, read_planned
from incidentrepo.config.loading import Config
from incidentrepo.errors import UsageError
from incidentrepo.model.filing_form import (
    GUIDE,
    KIND,
    PLANNED_FROM,
    PLANNED_UNTIL,
    SERVICES,
    SEVERITY,
    STARTED,
    TAGS,
    WHAT,
    FormField,
)
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
_LONGEST_NAME = 60
_MOST_NAMES = 50
_UNKNOWN = {
    True: "tags.yaml does not know them",
    False: f"a name is of up to {_LONGEST_NAME} small letters, digits and dashes",
}
_NAME = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledIncident:
    """What to declare, who filed it, and what of the form could not be taken over."""

    declaration: Declaration
    by: str
    left_out: tuple[str, ...]


def read_filed(issue: FiledIssue, config: Config, *, now: datetime) -> FiledIncident:
    """
    Return what an issue declares.

    Raises UsageError where it has no title, or an incident no severity that the policy knows: without
    these nobody knows whom to call. What else cannot be read is left out and told, for no fire waits for it.
    """
    said, policy = issue.answers, config.policy
    kind, without_kind = _read_kind(said.get(KIND.id, ""))
    summary, without_end = _read_summary(said.get(WHAT.id, ""))
    tags, without_tags = _read_names(TAGS.label, said.get(TAGS.id, ""), config.tags)
    services, without_services = _read_names(SERVICES.label, said.get(SERVICES.id, ""), config.tags)
    answers, without_guide = _read_guide(said.get(GUIDE.id, ""), policy)
    started_at, without_start = _read_time(STARTED, said, policy, now)
    (planned_from, planned_until), without_window = _read_window(said, policy, now)
    by, without_name = _read_filer(issue.login, config.people)
    return FiledIncident(
        declaration=Declaration(
            title=_read_title(issue.title),
            severity=_read_severity(said.get(SEVERITY.id, ""), kind, policy),
            kind=kind,
            summary=summary,
            tags=tags,
            answers=answers,
            services=services,
            started_at=started_at,
            planned_from=planned_from,
            planned_until=planned_until,
            origin="issue",
            source_url=issue.url,
        ),
        by=by,
        left_out=(
            *without_kind,
            *without_end,
            *without_tags,
            *without_guide,
            *without_services,
            *without_start,
            *without_window,
            *without_name,
        ),
    )


def handle_of_login(login: str, people: People) -> str:
    """
    Return the handle of whoever has this account, as `people.yaml` knows it, else one made of it.

    One that is made is never that of somebody who has other accounts.
    """
    person = people.find_by_login(login)
    return person.handle if person else _free_handle(_make_handle(login), people)


def _read_filer(login: str, people: People) -> tuple[str, tuple[str, ...]]:
    handle = handle_of_login(login or _NOBODY, people)
    made = _make_handle(login or _NOBODY)
    if people.find_by_login(login or _NOBODY) or handle == made:
        return handle, ()
    return handle, (
        f"The name {made}: in people.yaml it is somebody with another account, so the record says {handle}.",
    )


def _make_handle(login: str) -> str:
    plain = login.lower()
    if HANDLE.fullmatch(plain):
        return plain
    made = slugify(login)[:_LONGEST_HANDLE].rstrip("-")
    return _NOBODY if made == slugify("") else made


def _free_handle(handle: str, people: People) -> str:
    namesake = people.by_handle.get(handle)
    if namesake is None or not namesake.logins:
        return handle
    endings = (f"-{number}" for number in count(2))
    others = (f"{handle[: _LONGEST_HANDLE - len(ending)]}{ending}" for ending in endings)
    return next(other for other in others if other not in people.by_handle)


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


def _read_kind(text: str) -> tuple[Kind, tuple[str, ...]]:
    word = "_".join(text.lower().replace("-", " ").split())
    kind = next((kind for kind in Kind if kind.value == word), None)
    if kind or not word:
        return kind or Kind.INCIDENT, ()
    return Kind.INCIDENT, (f"{KIND.label} It was taken for an incident: a record knows {_list(Kind)}.",)


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
    said = f" {' '.join(text.casefold().split())} "
    labels = {
        f" {' '.join(one.label.casefold().split())} ": one.severity for one in policy.severities.values()
    }
    # `Very bad` before `bad`: the longest one that is said is meant.
    return next((labels[label] for label in sorted(labels, key=len, reverse=True) if label in said), None)


def _read_guide(text: str, policy: Policy) -> tuple[Mapping[str, str], tuple[str, ...]]:
    answers = read_guide(text, policy)
    if answers is None:
        return {}, (f"{GUIDE.label} The severity guide has other questions or answers by now.",)
    return answers, ()


def _read_summary(text: str) -> tuple[str, tuple[str, ...]]:
    if len(text) <= _LONGEST_SUMMARY:
        return text, ()
    told = f"{WHAT.label} Its end: a record takes {_LONGEST_SUMMARY:,} characters. The issue has all of it."
    return text[:_LONGEST_SUMMARY].rstrip(), (told,)


def _read_names(label: str, text: str, tags: Tags) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the names in a list with commas; where there is a `tags.yaml`, those that it knows."""
    wanted = dict.fromkeys(name for part in re.split(r"[,;\n]", text) if (name := part.strip().lower()))
    good = tuple(name for name in wanted if _is_name(name, tags))
    told = []
    if unknown := len(wanted) - len(good):
        told.append(f"{label} {unknown} of {len(wanted)} names: {_UNKNOWN[tags.is_declared]}.")
    if len(good) > _MOST_NAMES:
        told.append(f"{label} {len(good) - _MOST_NAMES} more names: a record takes {_MOST_NAMES}.")
    return good[:_MOST_NAMES], tuple(told)


def _is_name(name: str, tags: Tags) -> bool:
    if tags.is_declared:
        return name in tags.by_name
    return len(name) <= _LONGEST_NAME and _NAME.fullmatch(name) is not None


def _read_time(
    field: FormField, said: Mapping[str, str], policy: Policy, now: datetime
) -> tuple[Time | None, tuple[str, ...]]:
    if not (text := said.get(field.id, "")):
        return None, ()
    read = read_moment if field is STARTED else read_planned
    try:
        return read(text, zone=policy.calendar.zone, now=now), ()
    except UsageError as error:
        return None, (f"{field.label} It could not be read as a time: {error.hint}.",)


def _read_window(
    said: Mapping[str, str], policy: Policy, now: datetime
) -> tuple[tuple[Time | None, Time | None], tuple[str, ...]]:
    begins, without_begin = _read_time(PLANNED_FROM, said, policy, now)
    ends, without_end = _read_time(PLANNED_UNTIL, said, policy, now)
    if begins and ends and ends.is_before(begins):
        return (begins, None), (f"{PLANNED_UNTIL.label} {ends} is before {begins}.",)
    return (begins, ends), (*without_begin, *without_end)


def _list(kinds: Iterable[Kind]) -> str:
    return ", ".join(kind.value.replace("_", " ") for kind in kinds)

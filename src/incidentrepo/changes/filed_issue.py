"""
An issue in which somebody filed an incident: every byte of it is data.

The host hands it over as JSON: GitHub as the event of a workflow or as its API answers, GitLab as its API
does. The form's answers stand in its text, each below the label of its field.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from incidentrepo.documents.unsafe_text import UNSAFE_IN_FILE
from incidentrepo.errors import UsageError
from incidentrepo.model.filing_form import FORM_FIELDS

MOST_BYTES = 2_000_000  # GitHub's longest issue is 65,536 characters, and an event says much beside it
_NO_ANSWER = "_No response_"  # what GitHub writes below a field that was left empty
_HINT = "give the file that $GITHUB_EVENT_PATH names, or what `gh api repos/OWNER/REPO/issues/NUMBER` prints"


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledIssue:
    """Who filed what when, as they wrote it; `answers` are by the ids of the form's fields, none empty."""

    title: str
    login: str
    filed_at: datetime
    url: str
    answers: Mapping[str, str]


def read_issue(data: bytes) -> FiledIssue:
    """Return the issue that `data` holds; raise UsageError where it holds none, or more than `MOST_BYTES`."""
    event = _load(data)
    inner = event.get("issue")
    issue = inner if isinstance(inner, dict) else event
    author = _first(issue, "user", "author")
    login = _first(author, "login", "username") if isinstance(author, dict) else None
    return FiledIssue(
        title=_clean(_text(issue, "title")).strip(),
        login=login if isinstance(login, str) else "",
        filed_at=_read_moment(_text(issue, "created_at")),
        url=_read_url(_first(issue, "html_url", "web_url")),
        answers=read_answers(_clean(_first(issue, "body", "description") or "")),
    )


def read_answers(text: str) -> Mapping[str, str]:
    """Return the answers in an issue's text; one that was given without the form is all one answer."""
    answers: dict[str, str] = {}
    rest = text
    for number, field in enumerate(FORM_FIELDS):
        start = _find_label(field.label, rest)
        if start is None:
            continue
        rest = rest[start:]
        ends = [
            end
            for later in FORM_FIELDS[number + 1 :]
            if (end := _find_label(later.label, rest, before=True)) is not None
        ]
        answer = rest[: min(ends, default=len(rest))].strip()
        if answer and answer != _NO_ANSWER:
            answers[field.id] = answer
    if rest is text and text.strip():
        answers[FORM_FIELDS[-1].id] = text.strip()
    return answers


def _find_label(label: str, text: str, *, before: bool = False) -> int | None:
    """Return where the answer below this label begins, or where the label does; None without it."""
    found = re.search(rf"^### {re.escape(label)}[ \t]*$\n?", text, re.MULTILINE)
    if found is None:
        return None
    return found.start() if before else found.end()


def _load(data: bytes) -> dict[str, object]:
    if len(data) > MOST_BYTES:
        raise UsageError(f"this has more than {MOST_BYTES:,} bytes, which no issue has", hint=_HINT)
    try:
        event = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UsageError("this is no issue as a host hands it over: it is not JSON", hint=_HINT) from error
    if not isinstance(event, dict):
        raise UsageError("this is no issue as a host hands it over: it has no fields", hint=_HINT)
    return event


def _first(fields: Mapping[str, object], *names: str) -> object:
    return next((fields[name] for name in names if fields.get(name) is not None), None)


def _text(fields: Mapping[str, object], name: str) -> str:
    value = fields.get(name)
    if not isinstance(value, str):
        raise UsageError(f"this is no issue as a host hands it over: `{name}` is missing", hint=_HINT)
    return value


def _clean(text: object) -> str:
    """Return a text without what no file of ours may hold: people paste from everywhere."""
    plain = str(text).replace("\r\n", "\n").replace("\r", "\n")
    return UNSAFE_IN_FILE.sub("", plain)


def _read_url(value: object) -> str:
    is_address = isinstance(value, str) and re.fullmatch(r"https?://[^\s<>()\"]{1,1000}", value)
    # JSON can hold half a character, which no file can.
    if not isinstance(value, str) or not is_address or UNSAFE_IN_FILE.search(value):
        raise UsageError("this is no issue as a host hands it over: its address is missing", hint=_HINT)
    return value


def _read_moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    # OverflowError: at either end of the years that there are, another zone is outside of them.
    except (ValueError, OverflowError) as error:
        raise UsageError(
            "this is no issue as a host hands it over: `created_at` is no time", hint=_HINT
        ) from error

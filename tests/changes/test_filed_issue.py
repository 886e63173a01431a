"""Issues as hosts hand them over: whatever is in them, it is data."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.changes.filed_issue import read_answers, read_issue
from incidentrepo.errors import UsageError
from incidentrepo.model.filing_form import FORM_FIELDS

BODY = """\
### What is it?\r
\r
Incident\r
\r
### How bad is it?\r
\r
SEV2\r
\r
### When did it begin?\r
\r
_No response_\r
\r
### What is it about?\r
\r
payments, vendor\r
\r
### What is affected?\r
\r
_No response_\r
\r
### What happened?\r
\r
One order in ten fails.\r
\r
### How bad is it?\r
\r
Very.\r
"""
ISSUE = {
    "title": " Payments fail ",
    "body": BODY,
    "html_url": "https://github.com/acme/incidents/issues/12",
    "created_at": "2026-11-23T09:14:07Z",
    "user": {"login": "Ada-L"},
}


def read(issue: Any) -> Any:
    return read_issue(json.dumps(issue).encode())


def test_an_event() -> None:
    """
    The event of a workflow and the issue alone are read alike; what was left empty is no answer.
    """
    issue = read({"action": "opened", "issue": ISSUE, "sender": {"login": "bot"}})

    assert issue == read(ISSUE)
    assert (issue.title, issue.login, issue.url) == ("Payments fail", "Ada-L", ISSUE["html_url"])
    assert issue.filed_at == datetime(2026, 11, 23, 9, 14, 7, tzinfo=UTC)
    assert issue.answers == {
        "kind": "Incident",
        "severity": "SEV2",
        "tags": "payments, vendor",
        # The last answer takes all that follows, whatever it looks like.
        "what": "One order in ten fails.\n\n### How bad is it?\n\nVery.",
    }


def test_of_gitlab() -> None:
    """
    GitLab calls the same things otherwise.
    """
    issue = read(
        {
            "title": "Mail is late",
            "description": "### How bad is it?\n\nSEV3",
            "web_url": "https://gitlab.example/acme/incidents/-/issues/3",
            "created_at": "2026-11-23T10:14:07.123+01:00",
            "author": {"username": "ada"},
        }
    )

    assert (issue.login, issue.answers) == ("ada", {"severity": "SEV3"})
    assert issue.filed_at == datetime(2026, 11, 23, 9, 14, 7, 123000, tzinfo=UTC)


def test_without_the_form() -> None:
    """
    Where somebody wrote without the form, all of it is what happened; nothing at all is no answer.
    """
    assert read_answers("It broke.\n") == {"what": "It broke."}
    assert read(ISSUE | {"body": None}).answers == {}


def test_hidden_characters() -> None:
    """
    What people paste along with their words, no record may hold: it is left out.
    """
    issue = read(ISSUE | {"title": "Pay\u200bments\x07 \u202efail", "body": "It\x00 broke\u2028."})

    assert (issue.title, issue.answers) == ("Payments fail", {"what": "It broke."})


@pytest.mark.parametrize(
    "data",
    (
        b"",
        b"[]",
        b"not json",
        b"\xff\xfe",
        b"[" * 100_000,
        json.dumps({"issue": {}}).encode(),
        json.dumps({**ISSUE, "title": 7}).encode(),
        json.dumps({**ISSUE, "created_at": "yesterday"}).encode(),
        json.dumps({**ISSUE, "created_at": "9999-12-31T23:59:59-14:00"}).encode(),
        json.dumps({**ISSUE, "created_at": "0001-01-01T00:00:00+14:00"}).encode(),
        json.dumps({**ISSUE, "html_url": "javascript:alert(1)"}).encode(),
        json.dumps({**ISSUE, "html_url": "https://github.com/acme/\ud800/issues/1"}).encode(),
        json.dumps({**ISSUE, "html_url": 'https://x" onload="y'}).encode(),
        b" " * 2_000_001,
    ),
    ids=range(14),
)
def test_no_issue(data: bytes) -> None:
    """
    What is no issue is refused in words that say what to give instead.
    """
    with pytest.raises(UsageError) as caught:
        read_issue(data)

    assert "GITHUB_EVENT_PATH" in caught.value.hint


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@given(st.fixed_dictionaries({}, optional={name: st.just(value) | _JSON for name, value in ISSUE.items()}))
def test_any_json(fields: dict[str, Any]) -> None:
    """
    Whatever a field holds, it is an issue or it is none: nothing else happens.
    """
    try:
        issue = read(fields)
    except UsageError:
        return
    assert issue.url == ISSUE["html_url"]


@given(
    st.dictionaries(
        st.sampled_from([field.id for field in FORM_FIELDS[:-1]]),
        st.from_regex(r"[a-z ,0-9:-]{1,40}[a-z]", fullmatch=True),
    ),
    st.text(),
)
def test_answers_come_back(answers: dict[str, str], what: str) -> None:
    """
    Whatever stands in the last field, the answers of the others come back as they were given.
    """
    text = "\n\n".join(
        f"### {field.label}\n\n{answers.get(field.id, '_No response_') if field.id != 'what' else what}"
        for field in FORM_FIELDS
    )

    found = read_answers(text)

    assert {name: answer for name, answer in found.items() if name != "what"} == {
        name: answer.strip() for name, answer in answers.items()
    }

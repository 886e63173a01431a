import json
from typing import Any

import jsonschema

from incidentrepo.exports.deadlines.json import write_json, write_reminders
from incidentrepo.model.deadline import Deadlines
from incidentrepo.reminders import Occasion, Reminder
from incidentrepo.resources import resource_folder
from tests.exports.deadlines.owed import LATE, NUDGE, REPORT, SOON, make


def read(text: str) -> Any:
    """Return what was written, once its schema has had nothing to say of it."""
    schema = json.loads((resource_folder("schema") / "deadlines.schema.json").read_text(encoding="utf-8"))
    content = json.loads(text)
    jsonschema.Draft202012Validator(schema).validate(content)
    return content


def counts(deadlines: Deadlines) -> tuple[int, int, int]:
    content = read(write_json(deadlines))
    return content["incidents"], content["overdue"], len(content["deadlines"])


def test_one_in_full() -> None:
    """
    A deadline says who owes what since when, by when, and what to type.
    """
    assert read(write_json(make(LATE))) == {
        "version": 1,
        "checked": "the work tree",
        "now": "2026-11-23T09:00:00+00:00",
        "incidents": 3,
        "overdue": 1,
        "unreadable": [],
        "deadlines": [
            {
                "incident": "2026-11-02-checkout-errors",
                "title": "Checkout answers 500",
                "severity": "SEV1",
                "duty": "follow-up",
                "subject": "Alert on checkout success",
                "follow_up": "f3a6q2m7x",
                "owed_by": "grace",
                "since": "2026-11-09T09:00:00+00:00",
                "within": "10 business days",
                "due_at": "2026-11-20T23:59:59.999999+00:00",
                "is_overdue": True,
                "is_nudge": False,
                "is_waived": False,
                "command": "incidentrepo postmortem new checkout",
            }
        ],
    }


def test_what_counts() -> None:
    """
    A nudge is listed, and is not counted as overdue.
    """
    assert counts(make(LATE, NUDGE, REPORT, SOON)) == (3, 1, 4)
    assert counts(make(incidents=0)) == (0, 0, 0)


def test_reminders() -> None:
    """
    A reminder is a deadline with why it is told today; none is a list without any.
    """
    content = read(write_reminders(make(LATE), (Reminder(deadline=LATE, occasion=Occasion.OVERDUE),)))

    assert [(row["duty"], row["occasion"]) for row in content["deadlines"]] == [("follow-up", "overdue")]
    assert read(write_reminders(make(), ()))["deadlines"] == []

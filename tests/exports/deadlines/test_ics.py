import re
from dataclasses import replace
from datetime import timedelta

from incidentrepo.exports.deadlines.ics import write_ics
from incidentrepo.model.deadline import Deadlines
from tests.exports.deadlines.owed import LATE, NOW, NUDGE, REPORT, SOON, make, owed


def values(deadlines: Deadlines, name: str) -> list[str]:
    """Return the unfolded values of that property."""
    text = write_ics(deadlines).replace("\r\n ", "")
    return re.findall(rf"^{name}[:;](.*?)\r$", text, re.MULTILINE)


def test_events() -> None:
    """
    What is due on a day is a day, what is due at an hour an instant; a nudge is no event.
    """
    deadlines = make(LATE, NUDGE, REPORT, SOON)

    assert values(deadlines, "DTSTART") == ["VALUE=DATE:20261120", "20261124T143000Z", "VALUE=DATE:20261125"]
    assert values(deadlines, "SUMMARY") == [
        "Overdue: Alert on checkout success",
        "authority-report: Checkout answers 500",
        "postmortem: Checkout answers 500",
    ]
    assert values(deadlines, "DESCRIPTION")[1] == (
        "2026-11-02-checkout-errors\\nCheckout answers 500\\nOwed by nobody yet.\\n"
        "incidentrepo postmortem new checkout"
    )


def test_stable_ids() -> None:
    """
    A duty keeps its id when its date, its title or the day of asking changes, and no other has it.
    """
    moved = replace(owed("postmortem", NOW + timedelta(days=9), title="Another"), severity=None)
    later = replace(make(moved), now=NOW + timedelta(days=1))
    elsewhere = owed("postmortem", NOW, incident="2026-11-03-other")

    ids = values(make(LATE, REPORT, SOON, elsewhere), "UID")

    assert values(later, "UID") == [ids[2]]
    assert len(set(ids)) == 4
    assert values(replace(make(SOON), organisation="Another"), "UID") != [ids[2]]

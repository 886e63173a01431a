"""Incidents in brief, as JSON."""

from datetime import UTC, datetime

from incidentrepo.exports.records.internal import describe_incident
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.status import FollowUpStatus, PostmortemStatus
from tests.exports.records.reading import validate
from tests.site.editions import duty, incident, summed

DUE = datetime(2026, 11, 9, 17, tzinfo=UTC)


def test_in_full() -> None:
    """
    What it is, who has it, what it owes and what was promised stand in it.
    """
    promise = FollowUp(index=0, id="f1", title="Alert sooner", status=FollowUpStatus.OPEN, owner="ada")
    summary = summed(
        incident(owner="ada", tags=("payments",), follow_ups=(promise,)),
        postmortem=Postmortem(status=PostmortemStatus.DRAFT, body="A queue was full. More.\n"),
        duties=(duty(DUE),),
    )

    record = validate("records", describe_incident(summary, page="incidents/a/"))

    assert (record["id"], record["page"], record["severity"]) == (
        "2026-11-02-checkout",
        "incidents/a/",
        "SEV2",
    )
    assert (record["owner"], record["tags"], record["declared_at"]) == (
        "ada",
        ["payments"],
        "2026-11-02T09:14:00Z",
    )
    assert record["postmortem"]["first_sentence"] == "A queue was full."
    assert [one["title"] for one in record["follow_ups"]] == ["Alert sooner"]
    assert [(one["subject"], one["due_at"]) for one in record["duties"]] == [
        ("postmortem", "2026-11-09T17:00:00+00:00")
    ]

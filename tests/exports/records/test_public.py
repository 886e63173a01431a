"""What the world is told, as JSON."""

from incidentrepo.exports.records.public import describe_public_incident
from incidentrepo.model.edition import PublicIncident
from tests.exports.records.reading import validate
from tests.site.public.test_statuspage import BURNING


def test_in_full() -> None:
    """
    All that the world was told stands in it, times as they were written.
    """
    assert validate(
        "public-records",
        describe_public_incident(BURNING, page="incidents/checkout/", label="Major"),
    ) == {
        "slug": "checkout",
        "page": "incidents/checkout/",
        "title": "Checkout fails",
        "kind": "incident",
        "severity": {"name": "SEV2", "label": "Major"},
        "status": "mitigated",
        "planned_from": None,
        "planned_until": None,
        "started_at": "2026-11-02T09:02:00+01:00",
        "mitigated_at": "2026-11-02T09:41:00Z",
        "resolved_at": None,
        "published_at": None,
        "updated_at": None,
        "updates": [
            {"at": "2026-11-02T09:32:00Z", "state": "identified", "text": "We <b>know</b>."},
            {"at": "2026-11-02T09:14:00Z", "state": "investigating", "text": "We *look*."},
        ],
        "text": "",
    }


def test_nothing_known() -> None:
    """
    What is not known is null, and never left out.
    """
    record = validate("public-records", describe_public_incident(PublicIncident(slug="a"), page="", label=""))

    assert record["severity"] is None
    assert record["status"] is None

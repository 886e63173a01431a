"""What lists narrow by as one types."""

import json
from pathlib import PurePosixPath

from incidentrepo.model.status import Kind, Status
from incidentrepo.site.finding import TITLES_PATH
from incidentrepo.site.making import make_site
from incidentrepo.site.style import ASSETS
from tests.site.editions import incident, internal, shown, times


def test_a_line() -> None:
    """
    A line has all that the script shows and narrows by, as the pages say it.
    """
    one = shown(
        incident(
            kind=Kind.NEAR_MISS,
            status=Status.RESOLVED,
            tags=("payments",),
            services=("checkout",),
            times=times(started_at="2026-11-02T09:00:00Z", resolved_at="2026-11-02T11:05:00Z"),
        )
    )
    (asset,) = (each for each in make_site(internal(one)).assets if each.path == TITLES_PATH)

    table = json.loads(asset.data)

    assert [dict(zip(table["columns"], row, strict=True)) for row in table["rows"]] == [
        {
            "path": "incidents/2026-11-02-checkout/",
            "title": "Checkout answers 500",
            "day": "2 Nov 2026",
            "year": "2026",
            "severity": "SEV2",
            "kind": "Near miss",
            "date": "2026-11-02",
            "status": "Resolved",
            "seconds": 7500,
            "took": "2 h 5 min",
            "postmortem": "",
            "tags": ["payments"],
            "services": ["checkout"],
        }
    ]
    script = (ASSETS / "pages/lists.js").read_text(encoding="utf-8")
    assert PurePosixPath(TITLES_PATH).name in script

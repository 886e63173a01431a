"""The records of a whole site, as a program finds them."""

import json

import pytest

from incidentrepo.mkdocs_plugin.loading import load_edition
from incidentrepo.model.status import Audience
from incidentrepo.resources import resource_folder
from incidentrepo.site.making import make_site
from incidentrepo.site.page import Site
from tests.exports.records.reading import validate_file
from tests.site.editions import NOW


@pytest.fixture(scope="module", params=Audience, ids=str)
def audience(request: pytest.FixtureRequest) -> Audience:
    found: Audience = request.param
    return found


@pytest.fixture(scope="module")
def site(audience: Audience) -> Site:
    return make_site(load_edition(resource_folder("example-repo"), audience, now=NOW, history=False))


def files(site: Site) -> dict[str, bytes]:
    """Return the files of records by their names."""
    everything = {one.path: one.data for one in site.assets} | {
        late.path: late.read() for late in site.late_assets if late.path.startswith("records/")
    }
    return {path.removeprefix("records/"): data for path, data in everything.items() if "records/" in path}


def test_from_the_index(site: Site, audience: Audience) -> None:
    """
    From the index a program finds every record, each as the schema beside it says and with a page.
    """
    found = files(site)
    index = json.loads(found["index.json"])
    years = {year["file"]: year["incidents"] for year in index["years"]}
    schema = "records" if audience is Audience.INTERNAL else "public-records"

    assert found[index["schema"]] == (resource_folder("schema") / f"{schema}.schema.json").read_bytes()
    assert found.keys() == {"index.json", "schema.json", *years}
    records = {name: validate_file(schema, found[name])["incidents"] for name in years}
    assert {name: len(listed) for name, listed in records.items()} == years
    pages = {late.path for late in site.late_pages}
    assert {record["page"] for listed in records.values() for record in listed} <= pages

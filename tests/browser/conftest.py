"""Both sites of the example, built once and shown on loopback."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from incidentrepo.mkdocs_plugin.building import build_site
from incidentrepo.mkdocs_plugin.loading import load_edition
from incidentrepo.mkdocs_plugin.serving import serve_site
from incidentrepo.model.status import Audience
from incidentrepo.resources import resource_folder
from incidentrepo.site.making import make_site

# A Monday morning of theirs, at which something is still on fire.
NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one site for each audience."""
    folder = tmp_path_factory.mktemp("sites")
    for audience in Audience:
        edition = load_edition(resource_folder("example-repo"), audience, now=NOW, history=False)
        build_site(
            make_site(edition),
            output=folder / audience,
            made_at=edition.now,
            site_name=edition.site_name,
            site_url=edition.url,
        )
    return folder


@pytest.fixture(scope="session")
def addresses(sites: Path) -> Iterator[Mapping[Audience, str]]:
    """Where each is shown."""
    with ExitStack() as stack:
        shown = {}
        for audience in Audience:
            server = stack.enter_context(serve_site(sites / audience, port=0))
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            stack.callback(server.shutdown)
            shown[audience] = f"http://127.0.0.1:{server.server_port}/"
        yield shown

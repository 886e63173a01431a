"""A built site on loopback, made once for all browser tests."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Thread

import pytest

from incidentrepo.mkdocs_plugin.building import build_site
from incidentrepo.mkdocs_plugin.serving import serve_site
from tests.mkdocs_plugin.synthetic import SITE


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built files."""
    folder = tmp_path_factory.mktemp("site")
    build_site(SITE, output=folder, made_at=datetime(2026, 11, 2, tzinfo=UTC), site_name="Firm")
    return folder


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site is shown."""
    with serve_site(site, port=0) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()

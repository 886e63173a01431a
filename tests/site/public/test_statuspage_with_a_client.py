"""What a client of Statuspage makes of a public site: https://www.npmjs.com/package/statuspage.io"""

import json
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from incidentrepo.mkdocs_plugin.serving import serve_site
from incidentrepo.model.edition import PublicIncident
from incidentrepo.model.status import Status
from incidentrepo.model.time import parse_time
from incidentrepo.site.public.context import make_context
from incidentrepo.site.public.statuspage import make_status_files
from tests.site.editions import public
from tests.site.public.test_statuspage import BURNING, OVER, WORK
from tests.source_tree import TOP

NODE = TOP / ".ci/node"
ANNOUNCED = replace(
    WORK,
    started_at=None,
    planned_from=parse_time("2026-12-01T22:00:00Z"),
    planned_until=parse_time("2026-12-02T02:00:00Z"),
)


def ask(folder: Path, *incidents: PublicIncident) -> dict[str, Any]:
    """Return what the client is answered, by what it asked for."""
    node = shutil.which("node")
    if node is None or not (NODE / "node_modules/statuspage.io").is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("the client is not installed: make linters")
        pytest.skip("the client is not installed: make linters")
    for asset in make_status_files(make_context(public(*incidents))):
        file = folder / asset.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(asset.data)
    with serve_site(folder, port=0) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        try:
            done = subprocess.run(
                [node, "statuspage.mjs", address],
                cwd=NODE,
                capture_output=True,
                check=False,
                encoding="utf-8",
                timeout=60,
            )
        finally:
            server.shutdown()
            thread.join()
    assert done.returncode == 0, done.stderr
    answers: dict[str, Any] = json.loads(done.stdout)
    return answers


def test_client(tmp_path: Path) -> None:
    """
    It finds what is going on, what is over, and what was announced, each with the fields that it knows.
    """
    answers = ask(tmp_path, BURNING, OVER, ANNOUNCED)

    assert answers["status"]["status"]["indicator"] == "major"
    assert answers["components"]["components"] == []
    assert [one["name"] for one in answers["incidents"]["incidents"]] == ["Checkout fails", "Late"]
    (burning,) = answers["unresolved"]["incidents"]
    assert [one["status"] for one in burning["incident_updates"]] == ["identified", "investigating"]
    (announced,) = answers["upcoming"]["scheduled_maintenances"]
    assert (announced["status"], announced["scheduled_for"], announced["scheduled_until"]) == (
        "scheduled",
        "2026-12-01T22:00:00.000Z",
        "2026-12-02T02:00:00.000Z",
    )
    assert answers["summary"]["scheduled_maintenances"] == [announced]


def test_nothing_goes_on(tmp_path: Path) -> None:
    """
    On a quiet day it is told so.
    """
    answers = ask(tmp_path, replace(BURNING, status=Status.RESOLVED))

    assert answers["status"]["status"] == {
        "indicator": "none",
        "description": "All Systems Operational",
    }
    assert answers["unresolved"]["incidents"] == []

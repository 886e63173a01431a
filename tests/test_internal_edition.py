"""All that the organisation sees."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from incidentrepo.audience import redact
from incidentrepo.model.status import Audience
from incidentrepo.repository import load_repository
from incidentrepo.store.folder import folder_snapshot


@pytest.mark.parametrize(
    ("organisation", "name"), (("The Shop", "The Shop incidents"), ("Incidents", "Incidents"))
)
def test_name_of_the_site(tmp_path: Path, organisation: str, name: str) -> None:
    """
    The site is named after whose incidents it shows, and says that word once.
    """
    policy = f"schema_version: 1\norganisation: {{name: {organisation}}}\ntimezone: Etc/UTC\n"
    (tmp_path / "incidentrepo.yaml").write_text(policy)
    repository = load_repository(folder_snapshot(tmp_path))

    edition = redact(repository, Audience.INTERNAL, now=datetime(2026, 11, 22, 12, tzinfo=UTC))

    assert edition.site_name == name

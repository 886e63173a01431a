import pytest

from incidentrepo.model.incident import Incident
from incidentrepo.model.record import Record, folder_of


def test_paths() -> None:
    """
    A record's files lie in its folder, whose name is the id.
    """
    record = Record(folder="incidents/2026/11/2026-11-02-x", incident=Incident(id="x", title="X"))

    assert (record.name, record.incident_path, record.postmortem_path, record.public_path) == (
        "2026-11-02-x",
        "incidents/2026/11/2026-11-02-x/incident.yaml",
        "incidents/2026/11/2026-11-02-x/postmortem.md",
        "incidents/2026/11/2026-11-02-x/public.md",
    )


@pytest.mark.parametrize(
    ("path", "folder"),
    (
        ("incidents/2026/11/2026-11-02-x/incident.yaml", "incidents/2026/11/2026-11-02-x"),
        ("incidents/2026/11/2026-11-02-x/evidence/a/b.png", "incidents/2026/11/2026-11-02-x"),
        ("incidents/undated/x/incident.yaml", "incidents/undated/x"),
        ("incidents/2026/11/README.md", ""),
        ("incidents/README.md", ""),
        ("incidents/2026-11-02-x/incident.yaml", "incidents/2026-11-02-x"),
        ("incidents/2026-11-02-x/public.md", ""),
        ("library/2026/11/x/incident.yaml", ""),
        ("incidentrepo.yaml", ""),
    ),
)
def test_folder(path: str, folder: str) -> None:
    """
    A path lies in an incident's folder, or in none.
    """
    assert folder_of(path) == folder

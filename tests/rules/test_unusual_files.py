"""Which files a rule about files looks at."""

import pytest

from incidentrepo.rules.unusual_files import find_unusual
from incidentrepo.store.snapshot import Blob, FileMode

FOLDER = "incidents/2026/11/2026-11-02-checkout-errors"


@pytest.mark.parametrize(
    ("path", "mode", "expected"),
    (
        (f"{FOLDER}/incident.yaml", FileMode.FILE, False),
        (f"{FOLDER}/postmortem.md", FileMode.FILE, False),
        (f"{FOLDER}/public.md", FileMode.EXECUTABLE, True),
        (f"{FOLDER}/public.md", FileMode.SYMLINK, False),
        (f"{FOLDER}/Incident.yaml", FileMode.FILE, True),
        (f"{FOLDER}/incident.yaml\n", FileMode.FILE, True),
        (f"{FOLDER}/evidence/chart.png", FileMode.FILE, True),
        ("incidents/2026/11/2026-11-02-caf\u00e9/incident.yaml", FileMode.FILE, True),
        ("incidents/undated/con/incident.yaml", FileMode.FILE, True),
        ("incidents/notes.txt", FileMode.FILE, True),
        ("tools/run.sh", FileMode.EXECUTABLE, False),
    ),
)
def test_unusual(path: str, mode: FileMode, *, expected: bool) -> None:
    """
    Documents where they belong are usual; whatever else lies among the incidents is looked at, but links.
    """
    blob = Blob(path=path, mode=mode, id="0" * 40)

    assert (find_unusual([blob]) == (blob,)) is expected

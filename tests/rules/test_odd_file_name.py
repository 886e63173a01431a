from pathlib import Path

import pytest

from tests.folders import FOLDER, INCIDENT, RECORD, check


# Names that a fixture cannot have: not every machine that tests this can.
@pytest.mark.parametrize(
    ("one", "other"),
    (("Chart.png", "chart.png"), ("gro\u00dfe.txt", "GROSSE.txt"), ("caf\u00e9.txt", "cafe\u0301.txt")),
)
def test_twins(tmp_path: Path, one: str, other: str) -> None:
    """
    Two names that are one on many machines are told at the second.
    """
    files = {INCIDENT: RECORD, f"{FOLDER}/evidence/{one}": "", f"{FOLDER}/evidence/{other}": ""}

    found = [finding for finding in check(tmp_path, files) if finding.rule == "odd-file-name"]

    assert [(finding.path, finding.message) for finding in found] == [
        (f"{FOLDER}/evidence/{second}", f"on many machines this is the same name as '{first}'")
        for first, second in [sorted((one, other))]
    ]

from pathlib import Path

import pytest

from tests.folders import FOLDER, INCIDENT, RECORD, check


# Names that would break a listing of our own files.
@pytest.mark.parametrize(
    ("name", "message"),
    (
        ("a\nb.txt", "U+000A cannot be seen, in the name of this file"),
        ("a\x1b[2J.txt", "U+001B is a control character, in the name of this file"),
        ("a\udcff.txt", "U+DCFF cannot be seen, in the name of this file"),
    ),
)
def test_names_that_nobody_types(tmp_path: Path, name: str, message: str) -> None:
    """
    A name that ends a line, moves the cursor or is no UTF-8 is told, and never shown.
    """
    found = check(tmp_path, {INCIDENT: RECORD, f"{FOLDER}/evidence/{name}": ""})

    assert [(finding.rule, finding.message) for finding in found] == [("hidden-character-in-name", message)]

"""In a firm of one, one's own word confirms, approves and corrects; nobody else could."""

from pathlib import Path

import pytest

from tests.duties.records import HEAD, A, owed, path_of, record

ALONE = {"people.yaml": "grace: {name: Grace}\nada: {name: Ada, left_on: 2026-01-01}\n"}
TWO = {"people.yaml": "grace: {name: Grace}\nada: {name: Ada}\n"}
CORRECTED = """\
timeline:
  - {at: 2026-11-02T09:14:00Z, by: grace, entry: declared, severity: SEV1}
  - {at: 2026-11-02T09:15:00Z, by: grace, entry: severity, from: SEV1, to: SEV3, reason: A slip.,
     correction: true, confirmed_by: grace}
"""
INVALID = """\
timeline:
  - {at: 2026-11-02T09:15:00Z, by: grace, entry: status, from: open, to: invalid, reason: A test.,
     confirmed_by: grace}
"""
WAIVED = "waivers: [{duty: postmortem, reason: Known, by: grace, approved_by: grace}]\n"


@pytest.mark.parametrize(("people", "is_owed"), ((ALONE, False), (TWO, True), ({}, True)))
def test_own_word(tmp_path: Path, people: dict[str, str], *, is_owed: bool) -> None:
    """
    Whoever is alone corrects, calls off and lets off by their own word; where there are two, it takes both.
    """
    corrected = owed(tmp_path / "1", record(severity="SEV3", more=CORRECTED), people)
    called_off = HEAD.format(id=A, severity="SEV1").replace("resolved\n", "invalid\n") + INVALID
    invalid = owed(tmp_path / "2", {path_of(A): called_off}, people)
    waived = owed(tmp_path / "3", record(severity="SEV2", more=WAIVED), people)

    assert ["review" in [duty.name for duty in corrected], bool(invalid), waived[0].is_open] == [is_owed] * 3


def test_who_let_it_off(tmp_path: Path) -> None:
    """
    A duty that is let off says by whom.
    """
    (postmortem,) = owed(tmp_path, record(severity="SEV2", more=WAIVED), ALONE)

    assert postmortem.waived_by == "grace"

import pytest

from incidentrepo.findings import Finding, Report
from incidentrepo.model.place import Place
from incidentrepo.model.policy import Level


def finding(level: Level = Level.ERROR, *, is_old: bool = False, line: int = 1) -> Finding:
    place = Place(line=line)
    return Finding(
        rule="a-rule", summary="a", level=level, path="a.yaml", message="x", place=place, is_old=is_old
    )


def report(*findings: Finding) -> Report:
    return Report(findings=findings, incidents=1, checked="the work tree")


def test_identity() -> None:
    """
    A finding is the same wherever its line has moved to, and whatever it weighs.
    """
    assert finding(line=1).identity == finding(Level.NOTE, line=9).identity == ("a-rule", "a.yaml", "")


def test_count() -> None:
    """
    Only what the change brought counts.
    """
    found = report(finding(), finding(is_old=True), finding(Level.NOTE))

    assert [found.count(level) for level in Level] == [1, 0, 1, 0]


@pytest.mark.parametrize(
    ("level", "reached"),
    (
        (Level.ERROR, [True, True, True]),
        (Level.WARNING, [False, True, True]),
        (Level.NOTE, [False, False, True]),
    ),
)
def test_fail_on(level: Level, reached: list[bool]) -> None:
    """
    A finding fails the check from its own level downwards, if it is new.
    """
    asked = (Level.ERROR, Level.WARNING, Level.NOTE)

    assert [report(finding(level)).has_reached(fail_on) for fail_on in asked] == reached
    assert not any(report(finding(level, is_old=True)).has_reached(fail_on) for fail_on in asked)

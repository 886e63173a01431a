from incidentrepo.formats.summing_up import sum_up
from tests.formats.reports import EMPTY, REPORT


def test_sum_up() -> None:
    """
    The line says how much was looked at, against what, and how much of each level is new.
    """
    assert sum_up(REPORT) == "Checked 1 incident in the index against main: 1 error, 1 note; 1 not new."
    assert sum_up(EMPTY) == "Checked 2 incidents in the work tree: nothing found."

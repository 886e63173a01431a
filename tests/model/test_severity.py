from incidentrepo.model.severity import Severity, highest


def test_rank() -> None:
    """
    SEV1 is the worst, SEV5 the least.
    """
    assert [severity.rank for severity in Severity] == [1, 2, 3, 4, 5]


def test_at_least() -> None:
    """
    A severity is at least itself, and at least any lesser one.
    """
    assert [Severity.SEV2.is_at_least(other) for other in Severity] == [False, True, True, True, True]


def test_highest() -> None:
    """
    The highest is the worst, whatever the order; of none there is none.
    """
    assert highest([Severity.SEV3, Severity.SEV2, Severity.SEV4]) is Severity.SEV2
    assert highest([]) is None

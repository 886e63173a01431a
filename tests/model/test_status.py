from incidentrepo.model.status import FollowUpStatus, Status


def test_on_fire() -> None:
    """
    People are at work on what is open or mitigated; all else is over.
    """
    assert [status for status in Status if status.is_on_fire] == [Status.OPEN, Status.MITIGATED]


def test_follow_ups_that_have_ended() -> None:
    """
    Done and dropped are both an end.
    """
    assert [status for status in FollowUpStatus if status.has_ended] == [
        FollowUpStatus.DONE,
        FollowUpStatus.WONT_DO,
    ]

from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Related
from incidentrepo.model.status import FollowUpStatus
from incidentrepo.model.summarising import summarise_incident
from incidentrepo.model.time import parse_time
from incidentrepo.site.internal.follow_ups import list_promises, make_follow_ups
from tests.site.editions import context, incident, shown

PROMISES = (
    FollowUp(
        index=0, id="faaaaaaaa", title="Late", status=FollowUpStatus.OPEN, due_on=parse_time("2026-11-01")
    ),
    FollowUp(
        index=1, id="fbbbbbbbb", title="Soon", status=FollowUpStatus.OPEN, due_on=parse_time("2026-11-25")
    ),
    FollowUp(
        index=2, id="fcccccccc", title="Later", status=FollowUpStatus.OPEN, due_on=parse_time("2027-01-25")
    ),
    FollowUp(index=3, id="fdddddddd", title="Idea", status=FollowUpStatus.PROPOSED),
    FollowUp(
        index=4, id="feeeeeeee", title="Done", status=FollowUpStatus.DONE, done_at=parse_time("2026-11-20")
    ),
    FollowUp(
        index=5,
        id="fffffffff",
        title="Done long ago",
        status=FollowUpStatus.DONE,
        done_at=parse_time("2026-01-20"),
    ),
    FollowUp(index=6, id="fggggggggg", title="Dropped", status=FollowUpStatus.WONT_DO, reason="No use."),
)
ONE = shown(incident(follow_ups=PROMISES))
REPEAT = shown(incident("2026-11-20-again", related=Related(repeat_of=("2026-11-02-checkout",))))


def test_groups() -> None:
    """
    The board goes by age: overdue first, what was done long ago not at all.
    """
    page = make_follow_ups(context(ONE))

    assert [heading.title for heading in page.headings] == [
        "Overdue",
        "Due within a week",
        "Later",
        "Proposed",
        "Done lately",
        "Dropped, with reasons",
        "By owner",
    ]
    assert "Done long ago" not in page.html
    assert "Because: No use." in page.html


def test_what_a_repeat_would_have_been_spared_by() -> None:
    """
    A promise that was not kept before it happened again is marked; one that was kept is not.
    """
    promises = {promise.follow_up.title: promise for promise in list_promises(context(REPEAT, ONE))}

    assert promises["Late"].repeats == (summarise_incident(REPEAT),)
    assert promises["Done"].repeats == ()


def test_a_day_ends_in_the_zone_of_the_policy() -> None:
    """
    A day to which no duty belongs ends with that day, and not with the last place on earth.
    """
    promises = {promise.follow_up.title: promise for promise in list_promises(context(ONE))}
    due_at = promises["Soon"].due_at

    assert due_at is not None
    assert due_at.isoformat(timespec="minutes") == "2026-11-25T23:59+00:00"

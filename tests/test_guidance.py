from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.duties import duties_of
from incidentrepo.guidance import Step, call_by, next_steps
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Incident, Times
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.record import Record
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import FollowUpStatus, Kind, PostmortemStatus, Status
from incidentrepo.model.time import parse_time

# A Monday.
DECLARED_AT = "2026-11-02T09:14:00Z"
NOW = datetime(2026, 11, 2, 10, 0, tzinfo=UTC)
BURNING = Incident(
    id="2026-11-02-x",
    title="X",
    severity=Severity.SEV1,
    status=Status.OPEN,
    owner="ada",
    declared_by="ada",
    times=Times(declared_at=parse_time(DECLARED_AT)),
)
OVER = replace(
    BURNING,
    status=Status.RESOLVED,
    severity=Severity.SEV2,
    times=Times(declared_at=parse_time(DECLARED_AT), resolved_at=parse_time("2026-11-02T09:40:00Z")),
)
FINAL = Postmortem(status=PostmortemStatus.FINAL, body="A cable came loose. It is screwed on now.")
PROMISE = FollowUp(
    index=0,
    id="faaaaaaaa",
    title="Alert",
    status=FollowUpStatus.OPEN,
    owner="ada",
    due_on=parse_time("2026-11-20"),
)


def steps(
    incident: Incident, postmortem: Postmortem | None = None, *, now: datetime = NOW
) -> list[tuple[str, str]]:
    record = Record(folder=f"incidents/2026/11/{incident.id}", incident=incident, postmortem=postmortem)
    duties = duties_of(record, DEFAULT_POLICY, now=now)
    found = next_steps(record, DEFAULT_POLICY, duties, now)
    return [(step.command.removeprefix("incidentrepo "), step.why) for step in found]


def test_while_it_burns() -> None:
    """
    Somebody leads, those who follow hear something in time, and it is stopped before it is understood.
    """
    assert steps(BURNING) == [
        ("role 2026-11-02-x commander=ada", "somebody should lead"),
        ('update 2026-11-02-x "..."', "none yet, 46 min after declaring; every 30 minutes is asked for"),
        ("mitigate 2026-11-02-x", "once it does not hurt any more"),
        ("resolve 2026-11-02-x", "once it is over"),
    ]


def test_what_hurts_nobody() -> None:
    """
    A near miss is told and closed.
    """
    near_miss = replace(BURNING, kind=Kind.NEAR_MISS)

    assert [command for command, _ in steps(near_miss)] == [
        'note 2026-11-02-x "..."',
        'close 2026-11-02-x --postmortem "..."',
    ]


@pytest.mark.parametrize(
    ("now", "started_at", "whys"),
    (
        (
            NOW,
            None,
            (
                "once it begins, planned from Mon 02 Nov 22:00",
                "so that nobody is taken by surprise",
                "once it is done",
            ),
        ),
        (
            NOW + timedelta(days=1),
            None,
            (
                "planned_until is over: start or close it",
                "so that nobody is taken by surprise",
                "once it is done",
            ),
        ),
        (
            NOW + timedelta(days=1),
            "2026-11-02T22:00:00Z",
            (
                "so that nobody is taken by surprise",
                "planned_until is over: close it, or set another one",
            ),
        ),
    ),
)
def test_planned_work(now: datetime, started_at: str | None, whys: tuple[str, ...]) -> None:
    """
    Planned work is begun, told of and closed; once its window is over that is said.
    """
    work = replace(
        BURNING,
        kind=Kind.MAINTENANCE,
        times=Times(
            planned_from=parse_time("2026-11-02T22:00:00Z"),
            planned_until=parse_time("2026-11-03T02:00:00Z"),
            started_at=parse_time(started_at) if started_at else None,
        ),
    )

    assert tuple(why for _, why in steps(work, now=now)) == whys


def test_afterwards() -> None:
    """
    What is owed comes first, with its day and whose it is; closing waits for it.
    """
    assert steps(OVER) == [
        ("postmortem new 2026-11-02-x", "postmortem, due Mon 09 Nov, ada"),
        ('follow-up add 2026-11-02-x "..."', "what would spare us the next one"),
    ]


def test_names_and_what_is_late() -> None:
    """
    Who owes it is told by name where one is known; what should have been done says so.
    """
    record = Record(folder="incidents/2026/11/2026-11-02-x", incident=OVER)
    later = NOW + timedelta(days=9)
    duties = duties_of(record, DEFAULT_POLICY, now=later)
    step, *_ = next_steps(record, DEFAULT_POLICY, duties, later, name_of=str.title)

    assert step == Step(
        command="incidentrepo postmortem new 2026-11-02-x",
        why="postmortem, 1 day 10 h overdue, Ada",
        deed="Write down what was learned",
        is_overdue=True,
    )


def test_a_draft_is_finished() -> None:
    """
    A postmortem that has been started is finished, not started again.
    """
    draft = Postmortem(status=PostmortemStatus.DRAFT)

    assert steps(OVER, draft, now=NOW + timedelta(days=9))[0] == (
        "postmortem finish 2026-11-02-x",
        "postmortem, 1 day 10 h overdue, ada",
    )


def test_closing() -> None:
    """
    Once nothing bars it, it can be closed, with follow-ups that are owned and dated.
    """
    assert steps(replace(OVER, follow_ups=(PROMISE,)), FINAL) == [
        ("follow-up done 2026-11-02-x faaaaaaaa", "Alert, due Fri 20 Nov, ada"),
        ("close 2026-11-02-x", "nothing keeps it open"),
    ]


def test_loose_ends() -> None:
    """
    A follow-up that is nobody's, or overdue, keeps it open.
    """
    loose = replace(OVER, follow_ups=(replace(PROMISE, owner=None),))
    overdue = replace(OVER, follow_ups=(PROMISE,))

    assert steps(loose, FINAL)[-1] == (
        "follow-up assign 2026-11-02-x faaaaaaaa WHO",
        "Alert: it needs an owner and a date",
    )
    assert [command for command, _ in steps(overdue, FINAL, now=NOW + timedelta(days=60))] == [
        "follow-up done 2026-11-02-x faaaaaaaa"
    ]


def test_nothing_is_left() -> None:
    """
    A closed incident that owes nothing has no next step.
    """
    closed = replace(OVER, status=Status.CLOSED, follow_ups=(replace(PROMISE, status=FollowUpStatus.DONE),))

    assert steps(closed, FINAL) == []


def test_brief_commands() -> None:
    """
    A command names the incident as briefly as a person may type it; what it says of it stays.
    """
    step = Step(command="incidentrepo close 2026-11-02-x", why="2026-11-02-x is over")

    assert call_by("x", "2026-11-02-x", [step]) == (
        Step(command="incidentrepo close x", why="2026-11-02-x is over"),
    )

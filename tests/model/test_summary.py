from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Status
from incidentrepo.model.summary import Summary, summarise
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import Entry, EntryKind
from tests.model.entries import declared, judged, moved, note, part

NINE, TEN, ELEVEN, NOON = (parse_time(f"2026-11-02T{hour}:00Z") for hour in ("09", "10", "11", "12"))
STAGES = {"mitigated_at": Status.MITIGATED, "resolved_at": Status.RESOLVED, "closed_at": Status.CLOSED}


def test_a_whole_life() -> None:
    """
    The last word on each field stands, by time and not by place in the file.
    """
    timeline = (
        moved(0, NOON.text, Status.CLOSED),
        declared(1, NINE.text, Severity.SEV3),
        judged(2, NINE.text, Severity.SEV3, Severity.SEV1),
        part(EntryKind.OWNER, 3, TEN.text, after="grace"),
        part(EntryKind.OWNER, 4, NINE.text, after="ada"),
        moved(5, TEN.text, Status.MITIGATED),
        moved(6, ELEVEN.text, Status.RESOLVED),
        note(7, NOON.text),
    )

    assert summarise(timeline) == Summary(
        status=Status.CLOSED,
        severity=Severity.SEV1,
        owner="grace",
        times={"declared_at": NINE, "mitigated_at": TEN, "resolved_at": ELEVEN, "closed_at": NOON},
    )


def test_nothing_said() -> None:
    """
    A timeline that speaks of no field says nothing of any.
    """
    assert summarise((note(0, NINE.text),)) == Summary(times={})


def test_reopened() -> None:
    """
    What was reached and left again has no time; what was never reached is not spoken of.
    """
    timeline = (
        declared(0, NINE.text),
        moved(1, TEN.text, Status.RESOLVED),
        moved(2, ELEVEN.text, Status.OPEN),
    )

    assert summarise(timeline) == Summary(
        status=Status.OPEN, times={"declared_at": NINE, "resolved_at": None}
    )


def test_reached_again() -> None:
    """
    A stage that is reached a second time was reached then.
    """
    timeline = (
        moved(0, NINE.text, Status.MITIGATED),
        moved(1, TEN.text, Status.OPEN),
        moved(2, ELEVEN.text, Status.MITIGATED),
    )

    assert summarise(timeline) == Summary(status=Status.MITIGATED, times={"mitigated_at": ELEVEN})


def test_said_twice() -> None:
    """
    Who says again what is so already moves no time: it was resolved, and declared, when it first was.
    """
    timeline = (
        declared(0, NINE.text, Severity.SEV3),
        moved(1, TEN.text, Status.RESOLVED),
        moved(2, ELEVEN.text, Status.RESOLVED),
        declared(3, NOON.text),
    )

    assert summarise(timeline).times == {"declared_at": NINE, "resolved_at": TEN}


def test_invalid() -> None:
    """
    An incident that was none keeps the times it had.
    """
    timeline = (moved(0, NINE.text, Status.RESOLVED), moved(1, TEN.text, Status.INVALID))

    assert summarise(timeline) == Summary(status=Status.INVALID, times={"resolved_at": NINE})


def test_entry_without_a_time() -> None:
    """
    An entry that does not say when moves the status and contradicts no time.
    """
    timeline = (declared(0, None), moved(1, None, Status.RESOLVED))

    assert summarise(timeline) == Summary(status=Status.RESOLVED, times={})


MOVES = st.lists(st.sampled_from([status for status in Status if status is not Status.INVALID]), max_size=8)


def before(index: int, moves: list[Status]) -> Status | None:
    return moves[index - 1] if index else None


@given(MOVES)
def test_law(moves: list[Status]) -> None:
    """
    However it went back and forth, a stage has a time if the status is at it or beyond and it was
    reached since, and is taken back if it was reached and the status is before it.
    """
    timeline: tuple[Entry, ...] = tuple(
        moved(index, f"2026-11-{index + 1:02}T09:00Z", status) for index, status in enumerate(moves)
    )

    summary = summarise(timeline)

    order = list(Status)
    for field, stage in STAGES.items():
        reached = [index for index, status in enumerate(moves) if status is stage is not before(index, moves)]
        is_undone = bool(reached) and any(
            order.index(later) < order.index(stage) for later in moves[reached[-1] :]
        )
        expected = None if is_undone else timeline[reached[-1]].at if reached else "not spoken of"
        assert summary.times.get(field, "not spoken of") == expected
    assert summary.status == (moves[-1] if moves else None)

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Audience
from incidentrepo.model.timeline import EntryKind, Update, in_order
from tests.model.entries import judged, note


def test_order() -> None:
    """
    Entries go by time, ties in file order, and one without a time stays behind its neighbour.
    """
    timeline = (
        note(0, "2026-11-02T10:00Z"),
        note(1, None),
        note(2, "2026-11-02T09:00Z"),
        note(3, "2026-11-02T10:00Z"),
        note(4, "2026-11-02T10:30+01:00"),
    )

    assert [entry.index for entry in in_order(timeline)] == [2, 4, 0, 1, 3]


def test_no_time_at_first() -> None:
    """
    Entries before the first time stay first.
    """
    assert [entry.index for entry in in_order((note(0, None), note(1, "0002")))] == [0, 1]


@given(st.lists(st.none() | st.sampled_from(["2026-11-02", "2026-11-03T09:00Z", "2025", "2026-11-02T09:00"])))
def test_law(times: list[str | None]) -> None:
    """
    Putting in order loses nothing, and what is in order stays as it is.
    """
    timeline = tuple(note(index, at) for index, at in enumerate(times))

    ordered = in_order(timeline)

    assert sorted(entry.index for entry in ordered) == list(range(len(times)))
    known = [entry.at for entry in ordered if entry.at]
    assert all(first.earliest <= second.earliest for first, second in pairwise(known))


def test_public_update() -> None:
    """
    The world reads an update only where its audience is the world.
    """
    update = Update(kind=EntryKind.UPDATE, index=0, id=None, at=None, by=None)
    public = Update(kind=EntryKind.UPDATE, index=0, id=None, at=None, by=None, audience=Audience.PUBLIC)

    assert (update.is_public, public.is_public) == (False, True)


def test_confirmed_correction() -> None:
    """
    A correction is confirmed by another person than the one who made it.
    """
    changes = [
        judged(0, None, Severity.SEV1, Severity.SEV3, correction=correction, confirmed_by=confirmed_by)
        for correction, confirmed_by in ((True, "grace"), (True, "ada"), (True, None), (False, "grace"))
    ]

    assert [change.is_confirmed_correction() for change in changes] == [True, False, False, False]


def test_correction_in_a_firm_of_one() -> None:
    """
    Where there is nobody else to ask, one's own word confirms it.
    """
    change = judged(0, None, Severity.SEV1, Severity.SEV3, correction=True, confirmed_by="ada")

    assert [change.is_confirmed_correction(alone=person) for person in ("ada", "grace")] == [True, False]

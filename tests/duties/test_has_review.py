import pytest

from incidentrepo.duties import has_review
from incidentrepo.model.incident import Incident, Review
from incidentrepo.model.people import NOBODY, People, Person
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.record import Record
from incidentrepo.model.status import PostmortemStatus
from incidentrepo.model.time import parse_time

HELD = parse_time("2026-11-04T10:00:00Z")
ONE_PERSON = People(by_handle={"ada": Person(handle="ada", name="Ada")}, is_declared=True)


def record(review: Review) -> Record:
    postmortem = Postmortem(status=PostmortemStatus.FINAL, authors=("ada", "linus"))
    incident = Incident(id="a", title="A", review=review)
    return Record(folder="incidents/undated/a", incident=incident, postmortem=postmortem)


@pytest.mark.parametrize(
    ("review", "is_one"),
    (
        (Review(), False),
        (Review(scheduled_at=HELD, attendees=("grace",)), False),
        (Review(held_at=HELD), True),
        (Review(held_at=HELD, attendees=("ada", "grace")), True),
        (Review(held_at=HELD, attendees=("ada", "linus")), False),
        (Review(approved_by=("ada", "linus")), False),
        (Review(approved_by=("grace",)), True),
    ),
)
def test_review(review: Review, *, is_one: bool) -> None:
    """
    A review is that somebody else has read it: its authors among themselves hold none.
    """
    assert has_review(record(review), NOBODY) is is_one


def test_review_in_a_firm_of_one() -> None:
    """
    Where there is nobody else, one's own word is all that there can be.
    """
    assert has_review(record(Review(approved_by=("ada",))), ONE_PERSON)

"""Pages that are kept: never one that would come out otherwise."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from incidentrepo.model.edition import InternalEdition, Remark
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Incident, Related
from incidentrepo.model.people import People, Person
from incidentrepo.model.policy import Level
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import FollowUpStatus, Status
from incidentrepo.model.tags import Tag, Tags
from incidentrepo.model.time import parse_time
from incidentrepo.site.making import make_site
from incidentrepo.site.page import LatePage
from tests.site.editions import NOW, PEOPLE, duty, incident, internal, shown, times

STEPS = 40
ENDED = {"declared_at": "2026-11-02T09:14:00Z", "resolved_at": "2026-11-02T11:00:00Z"}


def versioned(edition: InternalEdition) -> InternalEdition:
    """Return the edition with the versions that its files would have: others as soon as they differ."""
    incidents = tuple(
        replace(one, version=repr((one.incident, one.postmortem, one.accounts))) for one in edition.incidents
    )
    return replace(edition, incidents=incidents, version=repr((edition.policy, edition.people, edition.tags)))


def start() -> InternalEdition:
    return internal(*(shown(past(number)) for number in range(4)), people=PEOPLE)


def past(number: int) -> Incident:
    return incident(
        f"2026-11-02-n{number}", status=Status.CLOSED, times=times(**ENDED), owner="ada", title=f"N {number}"
    )


def edit_one(edition: InternalEdition, chance: Random, **fields: object) -> InternalEdition:
    """Return the edition with fields of one incident set."""
    chosen = chance.randrange(len(edition.incidents))
    incidents = list(edition.incidents)
    one = incidents[chosen]
    incidents[chosen] = replace(one, incident=replace(one.incident, **fields))  # type: ignore[arg-type]
    return replace(edition, incidents=tuple(incidents))


def show_one(edition: InternalEdition, chance: Random, **fields: object) -> InternalEdition:
    """Return the edition with what belongs to one incident set."""
    chosen = chance.randrange(len(edition.incidents))
    incidents = list(edition.incidents)
    incidents[chosen] = replace(incidents[chosen], **fields)  # type: ignore[arg-type]
    return replace(edition, incidents=tuple(incidents))


def promise(chance: Random) -> FollowUp:
    return FollowUp(
        index=0,
        id="f3a6q2m7x",
        title=f"Alert {chance.random()}",
        status=chance.choice(list(FollowUpStatus)),
        owner=chance.choice(["ada", "grace"]),
        due_on=parse_time("2026-12-02"),
    )


def owe(edition: InternalEdition, chance: Random) -> InternalEdition:
    owed = duty(NOW + timedelta(days=chance.randint(-3, 3)), incident="2026-11-02-n1", owed_by="ada")
    incidents = tuple(
        replace(one, duties=(owed,)) if one.incident.id == "2026-11-02-n1" else one
        for one in edition.incidents
    )
    return replace(edition, duties=(owed,), incidents=incidents)


EDITS: tuple[Callable[[InternalEdition, Random], InternalEdition], ...] = (
    lambda edition, chance: edit_one(edition, chance, title=f"Title {chance.random()}"),
    lambda edition, chance: edit_one(edition, chance, status=chance.choice(list(Status))),
    lambda edition, chance: edit_one(edition, chance, severity=chance.choice(list(Severity))),
    lambda edition, chance: edit_one(edition, chance, tags=(chance.choice(["press", "cards"]),)),
    lambda edition, chance: edit_one(edition, chance, aliases=(f"2026-11-02-old{chance.randrange(3)}",)),
    lambda edition, chance: edit_one(edition, chance, related=Related(repeat_of=("2026-11-02-n0",))),
    lambda edition, chance: edit_one(edition, chance, related=Related(duplicate_of="2026-11-02-n1")),
    lambda edition, chance: edit_one(edition, chance, follow_ups=(promise(chance),)),
    lambda edition, chance: edit_one(edition, chance, owner=chance.choice(["ada", "grace"])),
    lambda edition, chance: show_one(
        edition, chance, remarks=(Remark(rule="r", level=Level.NOTE, message=f"{chance.random()}"),)
    ),
    lambda edition, _: replace(edition, now=edition.now + timedelta(hours=7)),
    lambda edition, chance: replace(
        edition, incidents=edition.incidents[chance.randrange(2) :] or edition.incidents
    ),
    lambda edition, chance: replace(
        edition, incidents=(*edition.incidents, shown(past(chance.getrandbits(40))))
    ),
    lambda edition, chance: replace(
        edition,
        people=People(
            by_handle={"ada": Person(handle="ada", name=f"Ada {chance.randrange(9)}")}, is_declared=True
        ),
    ),
    lambda edition, chance: replace(
        edition,
        tags=Tags(by_name={"press": Tag(name="press", description=f"{chance.random()}")}, is_declared=True),
    ),
    owe,
)


def late_pages(edition: InternalEdition) -> dict[str, LatePage]:
    return {late.path: late for late in make_site(versioned(edition)).late_pages}


@pytest.mark.parametrize("seed", range(3))
def test_the_same_key_is_the_same_page(seed: int) -> None:
    """
    Whatever is edited, a page whose key stays is the same to the byte; and many keys stay.
    """
    chance = Random(seed)
    edition, before = start(), late_pages(start())
    kept = made = 0
    for _ in range(STEPS):
        edition = chance.choice(EDITS)(edition, chance)
        after = late_pages(edition)
        for path in before.keys() & after.keys():
            if before[path].key and before[path].key == after[path].key:
                kept += 1
                assert before[path].make() == after[path].make()
            else:
                made += 1
        before = after

    assert kept > 100
    assert made


def test_nothing_is_known() -> None:
    """
    Where no version is known, nothing has a key, and so nothing is kept.
    """
    assert {late.key for late in make_site(start()).late_pages} == {""}


def test_later() -> None:
    """
    What is over and paid for stays as it is as time passes; what is open does not.
    """
    open_one = shown(incident("2026-11-02-open"))
    first = versioned(internal(open_one, *start().incidents))
    later = replace(first, now=datetime(2027, 11, 22, tzinfo=UTC).astimezone(first.zone))

    before, after = ({late.path: late.key for late in make_site(each).late_pages} for each in (first, later))

    assert [path for path, key in before.items() if key != after[path]] == ["incidents/2026-11-02-open/"]

"""Pages that are kept: never one that would come out otherwise."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random

import pytest

from incidentrepo.model.duty import Duty
from incidentrepo.model.edition import EditionIncident, InternalEdition
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Incident, Link, Related
from incidentrepo.model.people import People, Person
from incidentrepo.model.policy import Level
from incidentrepo.model.remark import Remark
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import FollowUpStatus, Status
from incidentrepo.model.tags import NO_TAGS, Tag, Tags
from incidentrepo.model.time import parse_time
from incidentrepo.site.making import make_site
from incidentrepo.site.page import LatePage
from tests.site.editions import NOW, PEOPLE, duty, incident, internal, shown, times

STEPS = 40
ENDED = {"declared_at": "2026-11-02T09:14:00Z", "resolved_at": "2026-11-02T11:00:00Z"}


@dataclass(frozen=True, kw_only=True)
class World:
    """What an edition is made of, whole."""

    incidents: tuple[EditionIncident, ...]
    duties: tuple[Duty, ...] = ()
    people: People = PEOPLE
    tags: Tags = NO_TAGS
    library: tuple[EditionIncident, ...] = ()
    now: datetime = NOW


def edition_of(world: World) -> InternalEdition:
    """Return the edition with the versions that its files would have: others as soon as they differ."""
    return internal(
        *map(name_version, world.incidents),
        library=tuple(map(name_version, world.library)),
        duties=world.duties,
        people=world.people,
        tags=world.tags,
        now=world.now,
        version=repr((world.people, world.tags)),
    )


def name_version(one: EditionIncident) -> EditionIncident:
    return replace(one, version=repr((one.incident, one.postmortem, one.accounts)))


def start() -> World:
    return World(
        incidents=tuple(shown(past(number)) for number in range(4)),
        library=tuple(lent(f"Bean {number}", number) for number in range(2)),
    )


def lent(title: str, number: int) -> EditionIncident:
    one = shown(incident(f"2023-04-17-b{number}", title=title, links=(Link(title="", url="2026-11-02-n1"),)))
    return replace(one, folder=f"library/ring/2023-04-17-b{number}")


def past(number: int) -> Incident:
    return incident(
        f"2026-11-02-n{number}", status=Status.CLOSED, times=times(**ENDED), owner="ada", title=f"N {number}"
    )


def edit_one(world: World, chance: Random, **fields: object) -> World:
    """Return the world with fields of one incident set."""
    chosen = chance.randrange(len(world.incidents))
    incidents = list(world.incidents)
    one = incidents[chosen]
    incidents[chosen] = replace(one, incident=replace(one.incident, **fields))  # type: ignore[arg-type]
    return replace(world, incidents=tuple(incidents))


def show_one(world: World, chance: Random, **fields: object) -> World:
    """Return the world with what belongs to one incident set."""
    chosen = chance.randrange(len(world.incidents))
    incidents = list(world.incidents)
    incidents[chosen] = replace(incidents[chosen], **fields)  # type: ignore[arg-type]
    return replace(world, incidents=tuple(incidents))


def promise(chance: Random) -> FollowUp:
    return FollowUp(
        index=0,
        id="f3a6q2m7x",
        title=f"Alert {chance.random()}",
        status=chance.choice(list(FollowUpStatus)),
        owner=chance.choice(["ada", "grace"]),
        due_on=parse_time("2026-12-02"),
    )


def owe(world: World, chance: Random) -> World:
    owed = duty(NOW + timedelta(days=chance.randint(-3, 3)), incident="2026-11-02-n1", owed_by="ada")
    incidents = tuple(
        replace(one, duties=(owed,)) if one.incident.id == "2026-11-02-n1" else one for one in world.incidents
    )
    return replace(world, duties=(owed,), incidents=incidents)


EDITS: tuple[Callable[[World, Random], World], ...] = (
    lambda world, chance: edit_one(world, chance, title=f"Title {chance.random()}"),
    lambda world, chance: edit_one(world, chance, status=chance.choice(list(Status))),
    lambda world, chance: edit_one(world, chance, severity=chance.choice(list(Severity))),
    lambda world, chance: edit_one(world, chance, tags=(chance.choice(["press", "cards"]),)),
    lambda world, chance: edit_one(world, chance, tags=("press", "cards")),
    lambda world, chance: edit_one(world, chance, aliases=(f"2026-11-02-old{chance.randrange(3)}",)),
    lambda world, chance: edit_one(world, chance, related=Related(repeat_of=("2026-11-02-n0",))),
    lambda world, chance: edit_one(world, chance, related=Related(duplicate_of="2026-11-02-n1")),
    lambda world, chance: edit_one(world, chance, follow_ups=(promise(chance),)),
    lambda world, chance: edit_one(world, chance, owner=chance.choice(["ada", "grace"])),
    lambda world, chance: show_one(
        world, chance, remarks=(Remark(rule="r", level=Level.NOTE, message=f"{chance.random()}"),)
    ),
    lambda world, chance: replace(
        world, library=(*world.library[:1], lent(f"Pea {chance.random()}", chance.randrange(1, 3)))
    ),
    lambda world, _: replace(world, now=world.now + timedelta(hours=7)),
    lambda world, chance: replace(world, incidents=world.incidents[chance.randrange(2) :] or world.incidents),
    lambda world, chance: replace(world, incidents=(*world.incidents, shown(past(chance.getrandbits(40))))),
    lambda world, chance: replace(
        world,
        people=People(
            by_handle={"ada": Person(handle="ada", name=f"Ada {chance.randrange(9)}")}, is_declared=True
        ),
    ),
    lambda world, chance: replace(
        world,
        tags=Tags(by_name={"press": Tag(name="press", description=f"{chance.random()}")}, is_declared=True),
    ),
    owe,
)


def late_pages(world: World) -> dict[str, LatePage]:
    return {late.path: late for late in make_site(edition_of(world)).late_pages}


@pytest.mark.parametrize("seed", range(3))
def test_the_same_key_is_the_same_page(seed: int) -> None:
    """
    Whatever is edited, a page whose key stays is the same to the byte; and many keys stay.
    """
    chance = Random(seed)
    world, before = start(), late_pages(start())
    kept = made = 0
    for _ in range(STEPS):
        world = chance.choice(EDITS)(world, chance)
        after = late_pages(world)
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
    assert {late.key for late in make_site(internal(*start().incidents)).late_pages} == {""}


def test_later() -> None:
    """
    What is over and paid for stays as it is as time passes; what is open does not.
    """
    open_one = shown(incident("2026-11-02-open"))
    world = World(incidents=(open_one, *start().incidents))

    before, after = late_pages(world), late_pages(replace(world, now=datetime(2027, 11, 22, tzinfo=UTC)))

    assert [path for path in before if before[path].key != after[path].key] == ["incidents/2026-11-02-open/"]

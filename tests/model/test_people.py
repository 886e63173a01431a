from dataclasses import replace

from incidentrepo.model.people import NOBODY, People, Person
from incidentrepo.model.time import parse_time

ADA = Person(handle="ada", name="Ada L.", emails=("ada@example.org", "Ada@Old.Example"))
PEOPLE = People(by_handle={"ada": ADA}, is_declared=True)


def test_find_by_email() -> None:
    """
    An address is somebody's however its letters are cased, and nobody's where it is not known.
    """
    assert PEOPLE.find_by_email("ADA@old.example") is ADA
    assert PEOPLE.find_by_email("grace@example.org") is None
    assert NOBODY.find_by_email("ada@example.org") is None


def test_name_of() -> None:
    """
    A handle stands for a name where it is known, and for itself where it is not.
    """
    assert (PEOPLE.name_of("ada"), PEOPLE.name_of("grace")) == ("Ada L.", "grace")


def test_only_one() -> None:
    """
    In a firm of one there is nobody else to ask: those who have left do not count.
    """
    grace = Person(handle="grace", name="Grace", left_on=parse_time("2026-01-01"))

    one = People(by_handle={"ada": ADA, "grace": grace}, is_declared=True)
    two = People(by_handle={"ada": ADA, "joan": replace(ADA, handle="joan")}, is_declared=True)

    assert (one.only_one, two.only_one, NOBODY.only_one) == ("ada", None, None)
    assert [people.is_another("ada", "ada") for people in (one, two, NOBODY)] == [True, False, False]
    assert [two.is_another(handle, "ada") for handle in ("joan", None)] == [True, False]


def test_somebody_made_up() -> None:
    """
    Where people are declared, nobody else can agree to anything; where they are not, everybody can.
    """
    assert [people.is_another("mallory", "ada") for people in (PEOPLE, NOBODY)] == [False, True]

from incidentrepo.model.people import NOBODY, People, Person

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

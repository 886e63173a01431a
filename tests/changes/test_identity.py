import pytest

from incidentrepo.changes.identity import handle_of, read_handle
from incidentrepo.errors import UsageError
from incidentrepo.model.change import Signature
from incidentrepo.model.people import NOBODY, People, Person

PEOPLE = People(
    by_handle={"grace": Person(handle="grace", name="Grace Hopper", emails=("grace@example.org",))},
    is_declared=True,
)


@pytest.mark.parametrize(
    ("name", "email", "handle"),
    (
        ("G. Hopper", "Grace@Example.org", "grace"),
        ("Ada Lovelace", "ada@example.org", "ada-lovelace"),
        ("Ольга", "olga@example.org", "olga"),
        ("A" * 30 + " " + "B" * 30, "a@example.org", "a" * 30),
    ),
)
def test_gits_user(name: str, email: str, handle: str) -> None:
    """
    Known by e-mail address; else the name, or the address, makes a handle that a record can hold.
    """
    assert handle_of(Signature(name=name, email=email), PEOPLE) == handle


@pytest.mark.parametrize("text", ("grace", "grace@example.org", "Grace Hopper"))
def test_somebody_named(text: str) -> None:
    """
    A handle, an address and a name all mean the person.
    """
    assert read_handle(text, PEOPLE) == "grace"


def test_somebody_unknown() -> None:
    """
    Nobody has to be known in the middle of a fire.
    """
    assert read_handle("mary", NOBODY) == "mary"


@pytest.mark.parametrize(
    ("text", "hint"), (("Grace Hoper", "did you mean grace?"), ("Mary Jackson", "write it as mary-jackson"))
)
def test_what_is_no_handle(text: str, hint: str) -> None:
    """
    What no record can hold is refused, with the nearest that it could mean.
    """
    with pytest.raises(UsageError, match="is no handle") as caught:
        read_handle(text, PEOPLE)

    assert caught.value.hint == hint

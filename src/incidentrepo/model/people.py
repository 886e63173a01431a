"""Who people are: the handles of `people.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from incidentrepo.model.time import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who may appear in a record."""

    handle: str
    name: str
    emails: tuple[str, ...] = ()
    logins: tuple[str, ...] = ()
    timezone: str | None = None
    teams: tuple[str, ...] = ()
    left_on: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """All who are known, by handle; `is_declared` is false where there is no such file."""

    by_handle: Mapping[str, Person]
    is_declared: bool

    def find_by_email(self, email: str) -> Person | None:
        """Return whose e-mail address this is, whatever the case of its letters."""
        wanted = email.casefold()
        for person in self.by_handle.values():
            if any(wanted == known.casefold() for known in person.emails):
                return person
        return None

    def find_by_login(self, login: str) -> Person | None:
        """Return whose account on the host this is, whatever the case of its letters."""
        wanted = login.casefold()
        for person in self.by_handle.values():
            if any(wanted == known.casefold() for known in person.logins):
                return person
        return None

    @property
    def only_one(self) -> str | None:
        """The handle of the only person there is: of one in a firm of one, nobody else can be asked."""
        here = (person.handle for person in self.by_handle.values() if person.left_on is None)
        first_two = tuple(islice(here, 2))
        return first_two[0] if self.is_declared and len(first_two) == 1 else None

    def is_another(self, handle: str | None, *others: str | None) -> bool:
        """
        Whether `handle` is somebody who is none of `others`; in a firm of one, oneself will do.

        Where people are declared, a handle that is none of theirs is nobody: it could be made up.
        """
        if handle is None or (self.is_declared and handle not in self.by_handle):
            return False
        return handle not in others or handle == self.only_one

    def name_of(self, handle: str) -> str:
        """Return the name behind a handle, or the handle itself where nobody is known by it."""
        person = self.by_handle.get(handle)
        return person.name if person else handle


NOBODY = People(by_handle={}, is_declared=False)

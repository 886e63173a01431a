"""Who somebody is in the records: git's user, or whoever a person names."""

from difflib import get_close_matches

from incidentrepo.errors import UsageError
from incidentrepo.model.change import Signature
from incidentrepo.model.ids import HANDLE, slugify
from incidentrepo.model.people import People

_LENGTH = 39


def handle_of(user: Signature, people: People) -> str:
    """Return the handle of git's user: by e-mail address as `people.yaml` has it, else made of the name."""
    person = people.find_by_email(user.email)
    if person:
        return person.handle
    # A name in another script leaves nothing; what stands before the @ is ASCII.
    has_letters = any(letter.isascii() and letter.isalnum() for letter in user.name)
    return slugify(user.name if has_letters else user.email.partition("@")[0])[:_LENGTH].rstrip("-")


def read_handle(text: str, people: People) -> str:
    """
    Return the handle that `text` means: a handle, or an e-mail address of somebody known.

    Somebody unknown may be named all the same: `check` tells of it, and no fire waits for it. Raises
    `UsageError` for what can be no handle.
    """
    person = people.find_by_email(text)
    if person:
        return person.handle
    if HANDLE.fullmatch(text):
        return text
    by_name = {person.name.casefold(): person.handle for person in people.by_handle.values()}
    if text.casefold() in by_name:
        return by_name[text.casefold()]
    near = get_close_matches(text.casefold(), [*people.by_handle, *by_name], 1)
    meant = (
        f"did you mean {by_name.get(near[0], near[0])}?" if near else f"write it as {slugify(text)[:_LENGTH]}"
    )
    raise UsageError(f"'{text}' is no handle", hint=meant)

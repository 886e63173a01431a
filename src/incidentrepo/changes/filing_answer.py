"""What to tell whoever filed an incident in an issue, as Markdown for its page."""

import re
from collections.abc import Iterable

from incidentrepo.errors import IncidentRepoError
from incidentrepo.model.people import People


def answer_declared(
    folder: str,
    *,
    issue_url: str,
    called: Iterable[str] | None,
    people: People,
    left_out: Iterable[str],
    meet_at: str | None = None,
) -> str:
    """
    Return what was made of the issue: the record, who was called, and what could not be taken over.

    `folder` is the incident's, from the top of the repository; `called` is None where nobody is to come, and
    `meet_at` is where people meet. Nothing that was filed is in the answer: who
    reads the issue has read that.
    """
    incident = folder.rpartition("/")[2]
    lines = [
        f"This is now incident **{incident}**: [its record]({record_address(issue_url, folder)}).",
        "From here on the record counts: what you write here does not change it.",
    ]
    if called is not None:
        lines.append(_say_called([_call(handle, people) for handle in called], meet_at))
    if items := list(left_out):
        lines.append("Left out:\n\n" + "\n".join(f"- {item}" for item in items))
    return "\n\n".join(lines) + "\n"


def answer_refused(error: IncidentRepoError) -> str:
    """Return why nothing was declared, and what to do."""
    said = [error.message, *([f"hint: {error.hint}"] if error.hint else [])]
    # As code, in which no word calls people, and nothing is a link or a picture.
    quoted = "\n".join(f"    {line}" for text in said for line in text.splitlines())
    return f"No incident was declared:\n\n{quoted}\n\nEdit the issue, and it is tried again.\n"


def record_address(issue_url: str, folder: str) -> str:
    """Return where the host shows a folder, on its main branch."""
    # GitLab: .../-/issues/3, where newer ones say work_items.
    repository = re.split(r"/(?:issues|work_items)/", issue_url)[0]
    return f"{repository}/tree/HEAD/{folder}"


def _say_called(names: list[str], meet_at: str | None) -> str:
    if names:
        return f"Called to it: {', '.join(names)}."
    where = f"Say so at {meet_at}" if meet_at else "Tell whoever looks after such things with you"
    return f"Nobody else was called: no rotation and no tag names anybody. {where}, now."


def _call(handle: str, people: People) -> str:
    """Return a person by the account that `people.yaml` names, whom the host tells; else by handle."""
    person = people.by_handle.get(handle)
    return f"@{person.logins[0]}" if person and person.logins else handle

"""What to tell whoever filed an incident in an issue, as Markdown for its page."""

from collections.abc import Iterable

from incidentrepo.errors import IncidentRepoError
from incidentrepo.model.ids import incident_folder
from incidentrepo.model.people import People


def answer_declared(
    incident_id: str, *, issue_url: str, called: Iterable[str], people: People, left_out: Iterable[str]
) -> str:
    """
    Return what was made of the issue: the record, who was called, and what could not be taken over.

    Nothing that was filed is in it: who reads the issue has read that.
    """
    lines = [
        f"This is incident **{incident_id}** now: [its record]({record_address(issue_url, incident_id)}).",
        "From here on the record counts, and what is written here changes nothing in it.",
    ]
    if names := ", ".join(_call(handle, people) for handle in called):
        lines.append(f"Called to it: {names}.")
    if items := list(left_out):
        lines.append("Not taken over:\n\n" + "\n".join(f"- {item}" for item in items))
    return "\n\n".join(lines) + "\n"


def answer_refused(error: IncidentRepoError) -> str:
    """Return why nothing was declared, and what to do."""
    said = [error.message, *([f"hint: {error.hint}"] if error.hint else [])]
    # As code, in which no word calls people, and nothing is a link or a picture.
    quoted = "\n".join(f"    {line}" for text in said for line in text.splitlines())
    return f"No incident was declared:\n\n{quoted}\n\nEdit the issue, and it is tried again.\n"


def record_address(issue_url: str, incident_id: str) -> str:
    """Return where the host shows the incident's folder, on its main branch."""
    repository, _, _ = issue_url.partition("/issues/")
    return f"{repository}/tree/HEAD/{incident_folder(incident_id)}"


def _call(handle: str, people: People) -> str:
    """Return a person by the account that `people.yaml` names, whom the host tells; else by handle."""
    person = people.by_handle.get(handle)
    return f"@{person.logins[0]}" if person and person.logins else handle

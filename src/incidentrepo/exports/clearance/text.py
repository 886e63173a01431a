"""A yes or a no in the first word, and every reason behind it."""

from collections.abc import Iterator

from incidentrepo.exports.deadlines.wording import NOBODY, say_due, say_what
from incidentrepo.model.clearance import Clearance


def write_text(clearance: Clearance) -> str:
    """Return the answer, then what it rests on: what is overdue with its command, and what is open."""
    return "".join(f"{line}\n" for line in (_answer(clearance), *_reasons(clearance)))


def _answer(clearance: Clearance) -> str:
    about = ", ".join(clearance.about)
    if clearance.barred_by:
        return f"no: {about} has an open incident"
    if not clearance.overdue:
        return f"yes: nothing is overdue for {about}"
    count = f"{len(clearance.overdue)} overdue for {about}"
    if clearance.is_waiting:
        return f"yes: {count}, which waits while something as bad as SEV2 burns"
    return f"no: {count}"


def _reasons(clearance: Clearance) -> Iterator[str]:
    for entry in clearance.overdue:
        yield f"  due {say_due(entry.due_at)}, {entry.duty.owed_by or NOBODY}: {say_what(entry)}"
        yield f"    {entry.duty.incident}"
        yield f"    {entry.command}"
    for incident in clearance.burning:
        bars = "bars" if incident in clearance.barred_by else "bars nothing by itself"
        yield f"  {incident.status}, {incident.severity or 'no severity'}: {incident.id} ({bars})"
    for path in clearance.unreadable:
        yield f"  {path} cannot be read, so what is owed there is not known"

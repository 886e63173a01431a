"""What to do now about one incident, each with the command that does it."""

from incidentrepo.guidance import Step, next_steps
from incidentrepo.model.edition import EditionIncident
from incidentrepo.model.status import Status
from incidentrepo.site.internal.context import Context


def list_next_steps(one: EditionIncident, context: Context) -> tuple[Step, ...]:
    """Return what to do now, the most pressing first; nothing where its own part is done."""
    status = one.incident.status
    if status is None or status in {Status.CLOSED, Status.INVALID}:
        return ()
    edition = context.edition
    return next_steps(one, edition.policy, one.duties, context.clock.now, name_of=edition.people.name_of)


def say_step(step: Step) -> str:
    """Return what to do, and why, as one line that needs no knowledge of commands."""
    if step.deed:
        return f"{step.deed}: {step.why}"
    return step.why[:1].upper() + step.why[1:]

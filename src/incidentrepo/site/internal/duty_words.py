"""What is owed, as a person would say it, and the command that pays it."""

from incidentrepo.model.duty import Duty, DutyKind


def describe_duty(duty: Duty) -> str:
    """Return what to do to pay a duty."""
    if duty.name == DutyKind.POSTMORTEM:
        return "Write down what was learned"
    if duty.name == DutyKind.REVIEW:
        return "Have others read it"
    return duty.subject


def command_for(duty: Duty, *, has_draft: bool) -> str:
    """Return the command that pays a duty; a postmortem is started first, then finished."""
    if duty.name == DutyKind.POSTMORTEM:
        return f"incidentrepo postmortem {'finish' if has_draft else 'new'} {duty.incident}"
    if duty.name == DutyKind.FOLLOW_UP:
        return f"incidentrepo follow-up done {duty.incident} {duty.follow_up or 'ID'}"
    if duty.name == DutyKind.REVIEW:
        return f"incidentrepo review held {duty.incident}"
    return f"incidentrepo show {duty.incident}"

from datetime import timedelta

from incidentrepo.model.duty import DutyKind
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, PostmortemStatus, Status
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import Declared, EntryKind
from incidentrepo.site.internal.next_steps import list_next_steps
from tests.site.editions import NOW, context, duty, incident, shown

DECLARED = Declared(
    kind=EntryKind.DECLARED,
    index=0,
    id=None,
    at=parse_time("2026-11-22T11:00:00Z"),
    by="ada",
    severity=Severity.SEV1,
)


def commands(one: object) -> list[str]:
    return [step.command.split(" 2026-")[0] for step in list_next_steps(one, context(one))]  # type: ignore[arg-type]


def test_on_fire() -> None:
    """
    While it burns: a commander, a word to those who follow by the time policy asks, and the way on.
    """
    one = shown(incident(severity=Severity.SEV1, timeline=(DECLARED,)))
    lead, update, mitigate = list_next_steps(one, context(one))

    assert lead.command == "incidentrepo role 2026-11-02-checkout commander=HANDLE"
    assert update.due_at == NOW - timedelta(minutes=30)
    assert update.is_overdue
    assert mitigate.command == "incidentrepo mitigate 2026-11-02-checkout"


def test_mitigated_is_led_already() -> None:
    """
    A step that was taken is not asked for again.
    """
    one = shown(incident(status=Status.MITIGATED, roles={"commander": "ada"}))

    assert commands(one) == ["incidentrepo update", "incidentrepo resolve"]


def test_afterwards() -> None:
    """
    When it is over, what is owed; a postmortem that was started is to be finished.
    """
    owed = (
        duty(NOW - timedelta(days=1), name=DutyKind.POSTMORTEM),
        duty(NOW + timedelta(days=1), name=DutyKind.REVIEW),
        duty(NOW + timedelta(days=2), name=DutyKind.FOLLOW_UP, follow_up="faaaaaaaa", subject="Alert"),
        duty(NOW, is_waived=True),
    )
    draft = Postmortem(status=PostmortemStatus.DRAFT)
    one = shown(incident(status=Status.RESOLVED), duties=owed, postmortem=draft)

    assert commands(one) == [
        "incidentrepo postmortem finish",
        "incidentrepo review held",
        "incidentrepo follow-up done",
    ]


def test_nothing_owed_is_to_be_closed() -> None:
    """
    The last step of a life is named too.
    """
    assert commands(shown(incident(status=Status.RESOLVED))) == ["incidentrepo close"]


def test_no_steps() -> None:
    """
    What is closed, invalid or planned asks for nothing.
    """
    assert commands(shown(incident(status=Status.CLOSED))) == []
    assert commands(shown(incident(status=Status.INVALID))) == []
    assert commands(shown(incident(kind=Kind.MAINTENANCE))) == []

from datetime import timedelta

from incidentrepo.guidance import Step
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.edition import EditionIncident
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status, Visibility
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import EntryKind, SeverityChange, Update
from incidentrepo.site.internal.next_steps import list_next_steps, say_step
from tests.site.editions import NOW, context, duty, incident, shown


def said(one: EditionIncident) -> list[str]:
    return [say_step(step) for step in list_next_steps(one, context(one))]


def test_on_fire() -> None:
    """
    While it burns, the page says what `incidentrepo next` says, in words for people who type no commands.
    """
    assert said(shown(incident(severity=Severity.SEV1, roles={"commander": "ada"}))) == [
        "Tell those who follow: none yet, 20 days after declaring; every 30 minutes is asked for",
        "Mark it as mitigated: once it does not hurt any more",
        "Mark it as resolved: once it is over",
    ]


def test_updates_follow_the_severity_of_now() -> None:
    """
    What has become less bad is not asked for updates as often as it was at its worst.
    """
    told = Update(
        kind=EntryKind.UPDATE, index=1, id=None, at=parse_time("2026-11-22T11:00:00Z"), by="ada", text="So."
    )
    lowered = SeverityChange(
        kind=EntryKind.SEVERITY,
        index=0,
        id=None,
        at=parse_time("2026-11-22T10:00:00Z"),
        by="ada",
        before=Severity.SEV1,
        after=Severity.SEV3,
    )
    one = shown(
        incident(severity=Severity.SEV3, roles={"commander": "ada"}, timeline=(lowered, told)),
    )

    update, *_ = list_next_steps(one, context(one))

    assert not update.is_overdue
    assert say_step(update) == "Tell those who follow: last update 1 h ago"


def test_afterwards() -> None:
    """
    When it is over, what is owed, with whose it is by name.
    """
    owed = (duty(NOW + timedelta(days=1), name=DutyKind.REVIEW, subject="review"),)
    one = shown(incident(status=Status.RESOLVED), duties=owed)

    assert said(one)[0] == "Have others read it: review, due Mon 23 Nov 12:00, Ada Lovelace"


def test_a_step_without_a_deed() -> None:
    """
    Where the reason says it all, it stands alone, as a sentence begins.
    """
    assert say_step(Step(command="", why="somebody should lead")) == "Somebody should lead"


def test_no_steps() -> None:
    """
    What is closed or invalid asks for nothing.
    """
    assert said(shown(incident(status=Status.CLOSED))) == []
    assert said(shown(incident(status=Status.INVALID))) == []


def test_planned_work() -> None:
    """
    Planned work has its own steps: it is begun, told of and closed; the world hears of what is public.
    """
    for visibility, tell in (("internal", "Tell those who follow"), ("public", "Tell the world")):
        work = incident(kind=Kind.MAINTENANCE, visibility=Visibility(visibility))
        steps = [line.partition(":")[0] for line in said(shown(work))]
        assert steps == ["Say that it began", tell, "Close it"]

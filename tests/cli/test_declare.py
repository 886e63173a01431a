import pytest

from incidentrepo.documents.reading import read_incident
from incidentrepo.model.incident import Incident
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.model.timeline import Declared
from tests.cli.calling import call, succeed
from tests.cli.terminal import ask
from tests.git_repository import GitRepository

FOLDER = "incidents/2026/11"


def read(repository: GitRepository, incident_id: str) -> Incident:
    reading = read_incident((repository.path / FOLDER / incident_id / "incident.yaml").read_bytes())
    assert reading.value is not None
    assert reading.problems == ()
    return reading.value


def test_one_line(incidents: GitRepository) -> None:
    """
    A title and a severity are enough; it says who is on it and what to do next, with times.
    """
    said = succeed(incidents.path, "declare", "Checkout answers 500", "-s", "SEV1")

    assert said.splitlines() == [
        "Declared 2026-11-22-checkout-answers-500, SEV1, open. Committed to main.",
        "  responders  ada-lovelace",
        "  commander   nobody yet",
        "Next",
        "  incidentrepo role checkout commander=ada-lovelace   somebody should lead",
        '  incidentrepo update checkout "..."                  first update due 09:44, in 30 minutes',
        "  incidentrepo mitigate checkout                      as soon as it does not hurt any more",
    ]


def test_who_is_called(incidents: GitRepository) -> None:
    """
    Whoever is on call, whom tags name, and whoever declared it; a rotation may say who leads.
    """
    incidents.write("people.yaml", "ada:\n  name: Ada\n  emails: [ada@example.org]\n")
    incidents.write("tags.yaml", "payments:\n  description: Money.\n  responders: [mary]\n")
    incidents.write(
        "rotations.yaml",
        "on-duty: {role: commander, people: [joan], starts_on: 2026-01-01, every: 1 week}\n"
        "payments: {tags: [payments], people: [grace], starts_on: 2026-01-01, every: 1 week}\n",
    )

    said = succeed(incidents.path, "declare", "Checkout answers 500", "-s", "SEV2", "-t", "payments")

    assert "  responders  joan (on call for on-duty), grace (on call for payments), mary, ada\n" in said
    assert "  commander   joan\n" in said
    incident = read(incidents, "2026-11-22-checkout-answers-500")
    assert incident.responders == ("joan", "grace", "mary", "ada")
    assert (incident.owner, incident.declared_by, dict(incident.roles)) == (
        "joan",
        "ada",
        {"commander": "joan"},
    )
    assert call(incidents.path, "check").code == 0


def test_looks_like_an_earlier_one(incidents: GitRepository) -> None:
    """
    An earlier incident with the same words is worth a look.
    """
    succeed(incidents.path, "declare", "Checkout has errors", "-s", "SEV3", now="2026-11-01T09:00:00Z")

    said = succeed(incidents.path, "declare", "Checkout shows errors", "-s", "SEV3", "-t", "payments")

    assert "incidentrepo show 2026-11-01-checkout-has-errors" in said
    assert "looks like this one: both checkout, errors" in said


def test_a_near_miss(incidents: GitRepository) -> None:
    """
    What hurt nobody needs no severity and calls nobody.
    """
    said = succeed(incidents.path, "declare", "Almost paid twice", "-k", "near_miss")

    assert said.splitlines() == [
        "Declared 2026-11-22-almost-paid-twice, open. Committed to main.",
        "Next",
        '  incidentrepo note almost "..."                 what happened, and what stopped it',
        '  incidentrepo close almost --postmortem "..."   one sentence is enough',
    ]
    assert read(incidents, "2026-11-22-almost-paid-twice").kind is Kind.NEAR_MISS


@pytest.mark.parametrize("word", ("sev2", "Major", "MAJOR"))
def test_a_word_for_a_severity(incidents: GitRepository, word: str) -> None:
    """
    A severity is known by its name and by the policy's own word for it.
    """
    assert "SEV2, open" in succeed(incidents.path, "declare", "Mail is late", "-s", word)


def test_planned_work(incidents: GitRepository) -> None:
    """
    Maintenance is declared with its time and what it is about, in one line.
    """
    succeed(
        incidents.path,
        *("declare", "We move the database", "-k", "maintenance", "--summary", "Ten minutes without search."),
        *("--planned-from", "2026-12-01 22:00", "--planned-until", "2026-12-02 02:00"),
    )

    told = read(incidents, "2026-11-22-we-move-the-database")
    times = told.times
    assert told.summary == "Ten minutes without search."
    assert (str(times.planned_from), str(times.planned_until)) == (
        "2026-12-01T22:00:00Z",
        "2026-12-02T02:00:00Z",
    )


def test_after_the_fact(incidents: GitRepository) -> None:
    """
    What is told late keeps when it was, and the commit says for whom and when.
    """
    succeed(
        incidents.path,
        *("declare", "Mail was late", "-s", "SEV3", "--as", "grace", "--at", "08:30", "--started", "08:00"),
    )

    times = read(incidents, "2026-11-22-mail-was-late").times
    assert (str(times.started_at), str(times.declared_at)) == ("2026-11-22T08:00:00Z", "2026-11-22T08:30:00Z")
    assert (
        incidents.git("log", "-1", "--format=%an: %b")
        == "Ada Lovelace: Done by grace at 2026-11-22T08:30:00Z.\n\n"
    )


def test_the_same_title_again(incidents: GitRepository) -> None:
    """
    The second incident of a name on one day gets a number; both can be told apart.
    """
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV3")
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV3")

    succeed(incidents.path, "note", "2026-11-22-mail-is-late", "The first of them")
    assert len(read(incidents, "2026-11-22-mail-is-late").timeline) == 2
    assert len(read(incidents, "2026-11-22-mail-is-late-2").timeline) == 1


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    (
        ((), "a title is missing", 'incidentrepo declare "Checkout answers 500" -s SEV2'),
        (("Mail is late",), "a severity is missing", "give -s: SEV1, SEV2, SEV3"),
        (("Mail is late", "--guide"), "a severity is missing", "give -s: SEV1, SEV2, SEV3"),
        (
            ("Mail is late", "-s", "SEV5"),
            "'SEV5' is no severity here",
            "one of SEV1 (Critical), SEV2 (Major)",
        ),
        (("Mail is late", "-s", "SEV3", "-t", "Pay ments"), "tags", ""),
        (("Mail is late", "-s", "SEV3", "--planned-from", "22:00"), "nobody plans", "-k maintenance"),
        (
            ("Work", "-k", "maintenance", "--planned-from", "2026-12-09", "--planned-until", "2026-12-01"),
            "planned_until 2026-12-01 is before planned_from 2026-12-09",
            "give both at once",
        ),
        (("Mail is\nlate", "-s", "SEV3"), "title", ""),
        (("Mail", "-s", "SEV3", "--as", "Grace Hopper"), "'Grace Hopper' is no handle", "grace-hopper"),
    ),
)
def test_what_is_missing_or_wrong(
    incidents: GitRepository, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    """
    Where nobody can be asked, the option is named; what no record can hold is not written.
    """
    ended = call(incidents.path, "declare", *arguments)

    assert ended.code == 2
    assert message in ended.err
    assert hint in ended.err
    assert incidents.git("status", "--porcelain") == ""


def test_a_terminal_asks(incidents: GitRepository) -> None:
    """
    At a terminal, `declare` alone asks for both facts, with the hint of each severity.
    """
    shown = ask(incidents.path, "declare", typed="Checkout answers 500\nsev2\n")

    assert "What is wrong" in shown
    assert "SEV2  Major. Many people are held up." in shown
    assert read(incidents, "2026-11-22-checkout-answers-500").severity is Severity.SEV2


def test_the_guide_asks(incidents: GitRepository) -> None:
    """
    The guide's questions end in a severity, and its answers stay with the record.
    """
    shown = ask(incidents.path, "declare", "Salary list went out", "--guide", typed="4\n1\n")

    assert "What is hurt: service, people, reputation, data, money?" in shown
    declared = read(incidents, "2026-11-22-salary-list-went-out").timeline[0]
    assert isinstance(declared, Declared)
    assert declared.severity is Severity.SEV1
    assert dict(declared.answers) == {
        "hurt": "data",
        "data": "somebody outside could read what is not theirs",
    }


def test_blanks_around_a_title(incidents: GitRepository) -> None:
    """
    Blanks that came along when the title was pasted are dropped; nothing but blanks is no title.
    """
    succeed(incidents.path, "declare", " Checkout answers 500\n", "-s", "SEV3")

    assert read(incidents, "2026-11-22-checkout-answers-500").title == "Checkout answers 500"
    assert "a title is missing" in call(incidents.path, "declare", "  ", "-s", "SEV3").err

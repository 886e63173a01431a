"""`gate`: a yes or a no for another repository's pipeline."""

import json

import jsonschema
import pytest

from incidentrepo.resources import resource_folder
from tests.cli.calling import Ended, call, succeed
from tests.git_repository import GitRepository

TAGS = "checkout: {kind: service}\nsearch: {kind: service}\npayments: {description: Money.}\n"
# The postmortem of a SEV3 is due ten business days after this Sunday, at the end of 2026-12-04.
IN_TIME, LATE = "2026-12-02T09:00:00Z", "2026-12-05T09:00:00Z"


@pytest.fixture
def owing(incidents: GitRepository) -> GitRepository:
    """A resolved incident of checkout's, which owes its postmortem."""
    incidents.write("tags.yaml", TAGS)
    incidents.commit("Say what there is")
    succeed(incidents.path, "declare", "Cards fail", "-s", "SEV3", "--service", "checkout", "-t", "payments")
    succeed(incidents.path, "resolve")
    return incidents


def ask(repository: GitRepository, *arguments: str, now: str = LATE) -> Ended:
    return call(repository.path, "gate", *arguments, now=now)


def declare(repository: GitRepository, severity: str, *, at: str = "2026-12-05T08:00:00Z") -> None:
    succeed(repository.path, "declare", "Baskets are empty", "-s", severity, "--service", "checkout", now=at)


def test_yes(owing: GitRepository) -> None:
    """
    What is not overdue bars nothing, and neither does what another service owes.
    """
    in_time = ask(owing, "--service", "checkout", now=IN_TIME)
    another = ask(owing, "--service", "search")

    assert (in_time.code, in_time.out) == (0, "yes: nothing is overdue for checkout\n")
    assert (another.code, another.out) == (0, "yes: nothing is overdue for search\n")


@pytest.mark.parametrize("about", (("--service", "checkout"), ("--tag", "payments")))
def test_no(owing: GitRepository, about: tuple[str, str]) -> None:
    """
    Overdue work of what was asked about is a no that says who owes what, and what to type.
    """
    ended = ask(owing, *about)

    assert ended.code == 1
    assert ended.out == (
        f"no: 1 overdue for {about[1]}\n"
        "  due 2026-12-04, ada-lovelace: postmortem: Cards fail\n"
        "    2026-11-22-cards-fail\n"
        "    incidentrepo postmortem new cards\n"
    )


def test_open_bars_nothing(owing: GitRepository) -> None:
    """
    An open incident is told, and bars only where that was asked for.
    """
    declare(owing, "SEV2", at=IN_TIME)

    told = ask(owing, "--service", "checkout", now=IN_TIME)
    barred = ask(owing, "--service", "checkout", "--no-open", "major", now=IN_TIME)
    worse_only = ask(owing, "--service", "checkout", "--no-open", "SEV1", now=IN_TIME)

    line = "  open, SEV2: 2026-12-02-baskets-are-empty ({})\n"
    bars_nothing = line.format("bars nothing by itself")
    assert (told.code, told.out) == (0, f"yes: nothing is overdue for checkout\n{bars_nothing}")
    assert (barred.code, barred.out) == (1, f"no: checkout has an open incident\n{line.format('bars')}")
    assert worse_only.code == 0


@pytest.mark.parametrize(("severity", "code"), (("SEV1", 0), ("SEV2", 0), ("SEV3", 1)))
def test_in_the_middle_of_a_fire(owing: GitRepository, severity: str, code: int) -> None:
    """
    While something serious burns, what is overdue waits, so that the mend can go out.
    """
    declare(owing, severity)

    assert ask(owing, "--service", "checkout").code == code


def test_a_forgotten_fire_is_none(owing: GitRepository) -> None:
    """
    An incident left open without a word gives no leave for ever.
    """
    declare(owing, "SEV2")

    assert ask(owing, "--service", "checkout", now="2027-01-05T09:00:00Z").code == 1


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    (
        (("--service", "chekout"), 3, "tags.yaml knows no service 'chekout'\nhint: did you mean checkout?\n"),
        (("--service", "payments-api"), 3, "tags.yaml knows no service 'payments-api'\n"),
        (("--tag", "search"), 3, "tags.yaml knows no tag 'search'\nhint: add it to tags.yaml\n"),
        (("--service", ""), 3, "tags.yaml knows no service ''\n"),
        ((), 2, "nothing is asked about\n"),
        (("--service", "checkout", "--rev", "gone"), 3, "no revision 'gone'"),
    ),
)
def test_never_a_green_light(
    owing: GitRepository, arguments: tuple[str, ...], code: int, message: str
) -> None:
    """
    What is not known, as after a slip of the hand, is no yes.
    """
    ended = ask(owing, *arguments)

    assert (ended.code, ended.out) == (code, "")
    assert ended.err.startswith(f"error: {message}")


def test_without_tags_yaml(owing: GitRepository) -> None:
    """
    Without `tags.yaml`, a service is one that an incident has.
    """
    (owing.path / "tags.yaml").unlink()

    assert ask(owing, "--service", "checkout").code == 1
    assert ask(owing, "--service", "search").err == (
        "error: no incident has the service 'search'\nhint: add it to tags.yaml\n"
    )


def test_no_incident(incidents: GitRepository) -> None:
    """
    A repository without incidents may be the wrong one.
    """
    assert ask(incidents, "--service", "checkout").code == 3


def test_json(owing: GitRepository) -> None:
    """
    The JSON says the same, as its schema has it.
    """
    declare(owing, "SEV3")

    ended = ask(owing, "--service", "checkout", "--format", "json")

    content = json.loads(ended.out)
    schema = json.loads((resource_folder("schema") / "gate.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(content)
    assert (ended.code, content) == (
        1,
        {
            "version": 1,
            "answer": "no",
            "about": ["checkout"],
            "is_waiting": False,
            "overdue": [
                {
                    "incident": "2026-11-22-cards-fail",
                    "duty": "postmortem",
                    "subject": "postmortem",
                    "owed_by": "ada-lovelace",
                    "due_at": "2026-12-04T23:59:59.999999+00:00",
                    "command": "incidentrepo postmortem new cards",
                }
            ],
            "open": [
                {
                    "incident": "2026-12-05-baskets-are-empty",
                    "severity": "SEV3",
                    "status": "open",
                    "bars": False,
                }
            ],
            "unreadable": [],
        },
    )


def test_unreadable(owing: GitRepository) -> None:
    """
    A record that cannot be read is told, and keeps no mend from going out.
    """
    owing.write("incidents/2026/11/2026-11-22-cards-fail/incident.yaml", "a: [")
    declare(owing, "SEV2")

    ended = ask(owing, "--service", "checkout")

    assert ended.code == 0
    assert "2026-11-22-cards-fail/incident.yaml cannot be read, so what is owed there" in ended.out

"""`waive`: leave from one rule or duty, with somebody else's word."""

import pytest

from incidentrepo.documents.reading import read_incident
from incidentrepo.model.incident import Waiver
from tests.cli.calling import Ended, call, succeed
from tests.git_repository import GitRepository

RECORD = "incidents/2026/11/2026-11-22-mail-is-late/incident.yaml"
LATER = "2026-11-24T09:00:00Z"


@pytest.fixture
def resolved(incidents: GitRepository) -> GitRepository:
    """A resolved SEV1 of Ada's, which owes a postmortem and a review."""
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV1")
    succeed(incidents.path, "resolve")
    return incidents


def waive(
    repository: GitRepository, *words: str, by: str = "grace", reason: str = "The maker reviews it"
) -> Ended:
    return call(repository.path, "waive", *words, "--reason", reason, "--approved-by", by, now=LATER)


def waivers(repository: GitRepository) -> tuple[Waiver, ...]:
    reading = read_incident((repository.path / RECORD).read_bytes())
    assert reading.value is not None
    return reading.value.waivers


def test_a_duty(resolved: GitRepository) -> None:
    """
    The waiver stands in the record, in one commit that says why and who agreed, and lets it off.
    """
    ended = waive(resolved, "--duty", "review")

    assert ended.code == 0
    assert ended.out == (
        "Waived review of 2026-11-22-mail-is-late, approved by grace. Committed to main.\n"
        "It counts from the next change on: the one that brings it is judged without it.\n"
    )
    assert [(waiver.duty, waiver.by, waiver.approved_by) for waiver in waivers(resolved)] == [
        ("review", "ada-lovelace", "grace")
    ]
    message = resolved.git("log", "-1", "--format=%B")
    assert message.startswith(
        "Waive review: 2026-11-22-mail-is-late\n\nThe maker reviews it\n\nApproved by grace."
    )
    assert "review: Mail" not in call(resolved.path, "deadlines", now=LATER).out
    assert call(resolved.path, "check", now=LATER).code == 0


def test_until(resolved: GitRepository) -> None:
    """
    Leave with an end puts it off until then, today at the earliest.
    """
    assert waive(resolved, "--duty", "review", "--until", "2027-01-15").code == 0
    assert waive(resolved, "--duty", "postmortem", "--until", "2026-11-24").code == 0

    assert "2027-01-15" in call(resolved.path, "deadlines", now=LATER).out
    ended = waive(resolved, "--duty", "review", "--until", "2026-11-23")
    assert (ended.code, ended.err.splitlines()[0]) == (2, "error: 2026-11-23 has passed")
    assert waive(resolved, "--duty", "review", "--until", "soon").code == 2


def test_a_rule(resolved: GitRepository) -> None:
    """
    A rule is waived by its id.
    """
    assert waive(resolved, "mail", "--rule", "unknown-tag").code == 0
    assert [waiver.rule for waiver in waivers(resolved)] == ["unknown-tag"]


@pytest.mark.parametrize(
    ("words", "hint"),
    (
        (("--rule", "unknown-tags"), "did you mean unknown-tag?"),
        (("--rule", "zzz"), "`incidentrepo rules` lists them"),
        (("--duty", "reviews"), "did you mean review?"),
        (("--duty", "update"), "there are postmortem, review, follow-up"),
        ((), "give --rule or --duty, and one of them"),
        (("--rule", "unknown-tag", "--duty", "review"), "give --rule or --duty, and one of them"),
    ),
)
def test_unknown(resolved: GitRepository, words: tuple[str, ...], hint: str) -> None:
    """
    What there is not cannot be waived; the nearest is named.
    """
    ended = waive(resolved, *words)

    assert (ended.code, ended.err.splitlines()[1]) == (2, f"hint: {hint}")
    assert waivers(resolved) == ()


def test_by_another_person(resolved: GitRepository) -> None:
    """
    Neither who asks for it nor the owner may approve it.
    """
    succeed(resolved.path, "owner", "linus")

    own = waive(resolved, "--duty", "review", by="ada-lovelace")
    owners = waive(resolved, "--duty", "review", by="linus")

    assert (own.code, own.err.splitlines()[0]) == (1, "error: ada-lovelace asks for this waiver")
    assert (owners.code, owners.err.splitlines()[0]) == (1, "error: linus owns 2026-11-22-mail-is-late")
    assert waivers(resolved) == ()


def test_a_firm_of_one(resolved: GitRepository) -> None:
    """
    Where nobody else can be asked, one's own word is written down.
    """
    resolved.write("people.yaml", "ada-lovelace: {name: Ada Lovelace, emails: [ada@example.org]}\n")

    assert waive(resolved, "--duty", "review", by="ada-lovelace").code == 0
    assert "review: Mail" not in call(resolved.path, "deadlines", now=LATER).out


def test_an_own_duty(resolved: GitRepository) -> None:
    """
    A duty of the policy's own is waived by its name.
    """
    policy = (resolved.path / "incidentrepo.yaml").read_text(encoding="utf-8")
    own = "name: authority-report, when: {severity: SEV1}, from: declared_at, within: 24 hours"
    resolved.write("incidentrepo.yaml", f"{policy}\nduties:\n  - {{{own}, satisfied_by: closing}}\n")

    assert waive(resolved, "--duty", "authority-reports").err.endswith("did you mean authority-report?\n")
    assert waive(resolved, "--duty", "authority-report").code == 0

"""An issue that becomes an incident, in a repository of its own."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from incidentrepo.config.loading import load_config
from incidentrepo.documents.reading import read_incident
from incidentrepo.model.incident import Incident
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.model.timeline import Declared
from incidentrepo.store.disk import DiskFiles
from tests.browser.hostile_records import read_payloads
from tests.changes.test_filed_issue import ISSUE
from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository

NOW = "2026-11-23T09:20:00Z"


class Form:
    """The issues of one repository."""

    def __init__(self, repository: GitRepository, folder: Path) -> None:
        self.repository = repository
        self.event = folder / "event.json"
        self.answer = folder / "answer.md"

    def file(self, **fields: Any) -> tuple[int, str]:
        """Hand an issue over; return how the command ended, and what it said."""
        self.event.write_text(json.dumps({"action": "opened", "issue": ISSUE | fields}), encoding="utf-8")
        done = call(
            self.repository.path,
            "declare",
            "--from-issue",
            str(self.event),
            "--answer",
            str(self.answer),
            now=NOW,
        )
        return done.code, done.out + done.err

    @property
    def incidents(self) -> list[Incident]:
        found = []
        for path in sorted(self.repository.path.glob("incidents/*/*/*/incident.yaml")):
            reading = read_incident(path.read_bytes())
            assert reading.problems == ()
            assert reading.value is not None
            found.append(reading.value)
        return found


@pytest.fixture
def form(incidents: GitRepository, tmp_path: Path) -> Form:
    incidents.write(
        "people.yaml", "ada:\n  name: Ada\n  logins: [ada-l]\ngrace:\n  name: Grace\n  logins: [Gracie]\n"
    )
    incidents.write("tags.yaml", "payments:\n  description: Money.\n  responders: [grace]\n")
    incidents.commit("Say who we are")
    return Form(incidents, tmp_path)


def test_filed(form: Form) -> None:
    """
    The record says what the form said and who filed it when; the commit is the one of whoever types.
    """
    code, said = form.file()

    assert (code, said.splitlines()[0]) == (
        0,
        "Declared 2026-11-23-payments-fail, SEV2, open. Committed to main.",
    )
    (incident,) = form.incidents
    assert (incident.title, incident.severity, incident.kind) == (
        "Payments fail",
        Severity.SEV2,
        Kind.INCIDENT,
    )
    assert incident.declared_by == "ada"
    assert str(incident.times.declared_at) == "2026-11-23T09:14:07Z"
    assert incident.tags == ("payments",)
    assert incident.summary.startswith("One order in ten fails.")
    assert incident.source is not None
    assert incident.source.url == ISSUE["html_url"]
    assert form.repository.git("log", "-1", "--format=%B").strip() == (
        "Declare 2026-11-23-payments-fail\n\nDone by ada at 2026-11-23T09:14:07Z."
    )


def test_answer(form: Form) -> None:
    """
    Whoever filed is told the id and the record's address, who was called, and what was left out.
    """
    form.file()

    answer = form.answer.read_text(encoding="utf-8")
    assert (
        "[its record](https://github.com/acme/incidents/tree/HEAD/incidents/2026/11/2026-11-23-payments-fail)"
        in answer
    )
    assert "Called to it: @Gracie." in answer
    assert "- What is it about? 1 of 2 names: tags.yaml does not know them." in answer


def test_once(form: Form) -> None:
    """
    An issue that comes again, even with another title, declares nothing more and is answered as before;
    another issue is another incident.
    """
    form.file()
    before = form.repository.git("rev-parse", "HEAD")

    code, said = form.file(title="Payments fail badly")

    assert (code, said) == (0, "2026-11-23-payments-fail was declared from this issue already.\n")
    assert form.repository.git("rev-parse", "HEAD") == before
    assert "2026-11-23-payments-fail" in form.answer.read_text(encoding="utf-8")
    form.file(html_url="https://github.com/acme/incidents/issues/1")
    assert len(form.incidents) == 2


@pytest.mark.parametrize(
    "title", ("fixes #5", "Mail [skip ci]", "Ask @everybody", "x\n\nCo-authored-by: y <z@z>")
)
def test_commit_without_their_words(form: Form, title: str) -> None:
    """
    Hosts obey what commits say, and close issues or skip checks for it: nothing that was filed is in one.
    """
    code, _ = form.file(title=title)

    (incident,) = form.incidents
    assert code == 0
    assert form.repository.git("log", "-1", "--format=%B").split("\n")[0] == f"Declare {incident.id}"
    assert not set("#[]@<>") & set(form.repository.git("log", "-1", "--format=%B"))


def test_standard_input(form: Form, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A pipe does as well as a file.
    """
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(json.dumps(ISSUE).encode())))

    done = call(form.repository.path, "declare", "--from-issue", "-", now=NOW)

    assert done.code == 0
    assert [incident.title for incident in form.incidents] == ["Payments fail"]


def test_near_miss(form: Form) -> None:
    """
    A near miss needs no severity, and calls nobody.
    """
    code, _ = form.file(body="### What is it?\n\nNear miss\n\n### What happened?\n\nA ladder fell.\n")

    assert code == 0
    (incident,) = form.incidents
    assert (incident.kind, incident.severity, incident.summary) == (Kind.NEAR_MISS, None, "A ladder fell.")
    assert "Called" not in form.answer.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("fields", "message"),
    (
        ({"title": " \u200b "}, "the title is empty"),
        ({"title": "x" * 201}, "the title has 201 characters, and a record takes 200"),
        ({"body": "It broke."}, "it does not say how bad it is"),
        ({"body": "### How bad is it?\n\nterrible"}, "it says no severity that is used here"),
        ({"body": "### How bad is it?\n\nSEV5"}, "it says no severity that is used here"),
    ),
    ids=("no title", "long title", "no severity", "another word", "unused severity"),
)
def test_refused(form: Form, fields: dict[str, str], message: str) -> None:
    """
    Without a title or a severity nothing is declared, and the answer says what to mend.
    """
    code, said = form.file(**fields)

    assert code == 2
    assert message in said
    assert form.incidents == []
    answer = form.answer.read_text(encoding="utf-8")
    assert f"    {message}\n    hint: " in answer
    assert "Edit the issue" in answer


def test_label_for_a_severity(form: Form) -> None:
    """
    The policy's own word for a severity does as well.
    """
    form.file(body="### How bad is it?\n\nI think it is major\n")

    assert form.incidents[0].severity is Severity.SEV2


@pytest.mark.parametrize("is_known", (True, False))
def test_answers_of_the_guide(form: Form, *, is_known: bool) -> None:
    """
    What led to the severity is kept where the policy has it; else it is left out, and told.
    """
    first = load_config(DiskFiles(form.repository.path)).policy.severity_guide[0]
    line = f"{first.id}: {first.answers[0].answer if is_known else 'nothing'}"
    code, told = form.file(body=f"### How bad is it?\n\nSEV3\n\n### Which answers led there?\n\n{line}\n")

    assert code == 0
    (declared,) = (entry for entry in form.incidents[0].timeline if isinstance(entry, Declared))
    assert declared.answers == ({first.id: first.answers[0].answer} if is_known else {})
    assert ("Left out: Which answers led there?" in told) is not is_known


def test_unreadable_start(form: Form) -> None:
    """
    A beginning that is no time holds nobody up: it is left out, and told.
    """
    code, said = form.file(body="### How bad is it?\n\nSEV3\n\n### When did it begin?\n\nbefore lunch\n")

    assert code == 0
    assert form.incidents[0].times.started_at is None
    assert "Left out: When did it begin?" in said


def test_stranger(form: Form) -> None:
    """
    An account that nobody knows becomes a handle that a record can hold, and one that is gone too.
    """
    form.file(user={"login": "Some_Body[bot]"})
    form.file(user=None, html_url="https://github.com/acme/incidents/issues/1")
    form.file(user={"login": "..."}, html_url="https://github.com/acme/incidents/issues/2")

    handles = [incident.declared_by for incident in form.incidents]
    assert handles == ["some-body-bot", "unknown", "unknown"]


def test_without_an_end(form: Form) -> None:
    """
    A file that has no end is refused as one that is too long.
    """
    done = call(form.repository.path, "declare", "--from-issue", "/dev/zero", now=NOW)

    assert done.code == 2
    assert "more than 2,000,000 bytes" in done.err


def test_answer_nowhere(form: Form) -> None:
    """
    Where the answer cannot be written, it is said what was committed, and why.
    """
    form.answer = form.answer.parent / "missing/answer.md"

    code, said = form.file()

    assert code not in {0, 2}
    assert "Declared 2026-11-23-payments-fail, SEV2, open. Committed to main." in said
    assert "answer.md: No such file or directory" in said
    assert "Traceback" not in said


def test_nobody_called(form: Form) -> None:
    """
    Where nobody is called, whoever filed is told so, and to tell somebody.
    """
    form.file(body="### How bad is it?\n\nSEV3\n")

    assert "Nobody else was called" in form.answer.read_text(encoding="utf-8")


def test_hostile(form: Form) -> None:
    """
    Whatever stands in an issue ends in one text of one record, or is refused: nothing else is written.
    """
    payloads = read_payloads()
    step = max(1, len(payloads) // 60)
    for number, payload in enumerate(payloads[::step]):
        answers = (
            "### How bad is it?",
            "SEV3",
            "### What is it about?",
            payload,
            "### What happened?",
            payload,
        )
        body = "\n\n".join(answers)
        code, said = form.file(
            title=payload, body=body, html_url=f"https://github.com/acme/incidents/issues/{number}"
        )
        assert code in {0, 2}, said
        assert "Traceback" not in said
        changed = form.repository.git("show", "--format=", "--name-only", "HEAD").split()
        assert code == 2 or [Path(path).name for path in changed] == ["incident.yaml"]
    assert len(form.incidents) > 30
    assert form.repository.git("status", "--porcelain") == ""
    succeed(form.repository.path, "check", now=NOW)

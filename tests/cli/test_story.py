"""An incident from its first line to its last, in a repository that is in use."""

import re

from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository

ID = "2026-11-22-checkout-answers-500"
RECORD = f"incidents/2026/11/{ID}/incident.yaml"

STORY = (
    ("09:14", "declare", "Checkout answers 500", "-s", "SEV3", "-t", "payments"),
    ("09:20", "note", "One request in ten fails"),
    ("09:24", "note", ID, "The canary read the wrong metric", "--star"),
    ("09:26", "note", "checkout", "Rolled back the canary", "--at", "09:25"),
    ("09:30", "severity", "SEV2", "--reason", "A sales demo is affected"),
    ("09:31", "role", "commander=grace", "scribe=ada"),
    ("09:32", "owner", "ada"),
    ("09:33", "update", "We have found the cause"),
    ("09:41", "mitigate", "-m", "Rolled back"),
    ("10:00", "reopen", "checkout", "--reason", "It is back"),
    ("10:10", "mitigate"),
    ("11:05", "resolve", "checkout"),
    ("11:10", "set", "checkout", "impact.customers=1200", "trigger=A canary without a check"),
    ("11:20", "follow-up", "add", "checkout", "Alert on checkout success rate", "--owner", "grace"),
    ("11:21", "follow-up", "add", "checkout", "Write a runbook"),
    ("11:22", "follow-up", "assign", "checkout", "runbook", "ada"),
    ("11:23", "follow-up", "start", "checkout", "alert"),
    ("11:24", "follow-up", "move", "checkout", "alert", "--to", "2026-12-24", "--reason", "Christmas freeze"),
    ("11:25", "follow-up", "done", "checkout", "alert", "--evidence", "https://example.org/1"),
    ("11:26", "follow-up", "drop", "checkout", "runbook", "--reason", "The alert makes it needless"),
    ("11:30", "postmortem", "new", "checkout"),
    ("12:00", "postmortem", "finish", "checkout"),
    ("12:10", "public", "draft", "checkout", "--title", "Some payments failed"),
    ("12:20", "update", "checkout", "All is well again", "--public", "--state", "resolved"),
    ("12:30", "publish", "checkout"),
    ("12:40", "unpublish", "checkout"),
    ("12:50", "publish", "checkout"),
    ("13:00", "close", "checkout"),
)


WRITTEN = """\
## In one sentence

One checkout in ten failed for an hour.

## Contributing factors

A canary read the wrong metric. Nothing compared it with the orders that came in.
"""


def tell(repository: GitRepository, step: tuple[str, ...]) -> str:
    """Do one step of the story; between its commands a person writes the documents."""
    clock, *words = step
    if words[:2] == ["postmortem", "finish"]:
        file = repository.path / RECORD.replace("incident.yaml", "postmortem.md")
        head, _, _ = file.read_text(encoding="utf-8").partition("<!--")
        file.write_text(head + WRITTEN, encoding="utf-8")
    return succeed(repository.path, *words, now=f"2026-11-22T{clock}:00Z")


def test_every_step_passes_check(incidents: GitRepository) -> None:
    """
    After each command there is no error, and each is one commit.
    """
    for number, step in enumerate(STORY, start=2):
        said = tell(incidents, step)
        assert "Committed to main." in said, step
        checked = call(incidents.path, "check", now=f"2026-11-22T{step[0]}:30Z")
        assert checked.code == 0, (step, checked.out, checked.err)
        assert incidents.git("rev-list", "--count", "HEAD") == f"{number}\n", step


def test_other_work_stays_as_it_was(incidents: GitRepository) -> None:
    """
    What is staged, dirty or new beside the record is so afterwards too.
    """
    incidents.write("staged.txt", "old")
    incidents.write("dirty.txt", "old")
    incidents.commit()
    incidents.write("staged.txt", "new")
    incidents.write("added.txt", "new")
    incidents.git("add", "staged.txt", "added.txt")
    incidents.write("dirty.txt", "new")
    incidents.write("untracked.txt", "new")
    before = incidents.git("status", "--porcelain=v2")

    for step in STORY:
        tell(incidents, step)

    assert incidents.git("status", "--porcelain=v2") == before


def test_comments_survive(incidents: GitRepository) -> None:
    """
    What a person wrote into the YAML by hand is still there at the end, to the letter.
    """
    tell(incidents, STORY[0])
    record = incidents.path / RECORD
    text = record.read_text(encoding="utf-8")
    text = text.replace("kind: incident\n", "kind: incident   # not a drill\n")
    text = re.sub(r"timeline:\n", "# Told as it happened.\ntimeline:\n  # from here on\n", text)
    record.write_text(f"{text}# The end.\n", encoding="utf-8")

    first = succeed(incidents.path, "note", "One request in ten fails", now="2026-11-22T09:20:00Z")
    for step in STORY[2:]:
        tell(incidents, step)

    told = record.read_text(encoding="utf-8")
    comments = re.findall(r"#(?! yaml-language-server).*", told)
    assert comments == ["# not a drill", "# Told as it happened.", "# from here on", "# The end."]
    assert "Committed to main.\n" in first


def test_the_commits_tell_it(incidents: GitRepository) -> None:
    """
    The log of commits reads as the story, with the reasons in it, dated as it was told.
    """
    for step in STORY[:5]:
        tell(incidents, step)

    assert incidents.git("log", "--reverse", "--format=%aI %s", "--", RECORD).splitlines() == [
        "2026-11-22T09:14:00+00:00 Declare 2026-11-22-checkout-answers-500: Checkout answers 500",
        "2026-11-22T09:20:00+00:00 Note: 2026-11-22-checkout-answers-500",
        "2026-11-22T09:24:00+00:00 Note: 2026-11-22-checkout-answers-500",
        "2026-11-22T09:26:00+00:00 Note: 2026-11-22-checkout-answers-500",
        "2026-11-22T09:30:00+00:00 SEV3 to SEV2: 2026-11-22-checkout-answers-500",
    ]
    assert "A sales demo is affected" in incidents.git("log", "-1", "--format=%b")


def test_log_tells_the_whole_story(incidents: GitRepository) -> None:
    """
    `log` shows one line at least for every commit of the record.
    """
    for step in STORY:
        tell(incidents, step)

    told = succeed(incidents.path, "log", ID)

    assert all(word in told for word in ("Declare", "SEV3 to SEV2", "Mitigated", "Publish", "Closed"))

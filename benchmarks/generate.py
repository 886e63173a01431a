"""A repository of any number of made-up incidents, the same for the same seed, to measure on."""

import random
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from incidentrepo.documents.writing import write_document
from incidentrepo.model.ids import incident_folder, make_entry_id, make_follow_up_id, make_incident_id

PEOPLE = tuple(f"{name}{number}" for name in ("ada", "grace", "linus", "mary") for number in range(10))
TAGS = ("payments", "search", "press", "offices", "data", "security", "hiring", "logistics")
SERVICES = ("checkout", "catalogue", "ledger", "mail", "payroll", "warehouse")
POLICY = """\
schema_version: 1
organisation:
  name: Benchmark
timezone: Europe/Lisbon
"""
_TEXT = (
    "the canary read the wrong metric and nobody saw it until customers called because an alert was"
    " silenced during last week's move of the warehouse to another provider whose certificates expire"
)
_WORDS = _TEXT.split()
_FIRST = datetime(2020, 1, 1, 9, tzinfo=UTC)
_MINUTES_IN_SIX_YEARS = 6 * 365 * 24 * 60


def generate(folder: Path, incidents: int, *, seed: int = 1) -> None:
    """Write a repository with that many incidents, each with a postmortem, and commit it."""
    _write(folder / "incidentrepo.yaml", POLICY)
    _write(folder / "people.yaml", write_document({handle: {"name": handle.title()} for handle in PEOPLE}))
    tags = {tag: {"description": f"About {tag}."} for tag in TAGS}
    services = {name: {"description": f"The {name}.", "kind": "service"} for name in SERVICES}
    _write(folder / "tags.yaml", write_document({**tags, **services}))
    choose = random.Random(seed)
    taken: set[str] = set()
    for _ in range(incidents):
        incident_id, record, postmortem = _make(choose, taken)
        taken.add(incident_id)
        _write(folder / incident_folder(incident_id) / "incident.yaml", record)
        _write(folder / incident_folder(incident_id) / "postmortem.md", postmortem)
    _commit(folder)


def _make(choose: random.Random, taken: set[str]) -> tuple[str, str, str]:
    """Return one incident's id, its record and its postmortem."""
    started = _FIRST + timedelta(minutes=choose.randrange(_MINUTES_IN_SIX_YEARS))
    title = _sentence(choose, 6)
    incident_id = make_incident_id(title, started.date(), taken)
    people = choose.sample(PEOPLE, 4)
    severity = choose.choice(("SEV1", "SEV2", "SEV3", "SEV3"))
    timeline = list(_timeline(choose, started, people, severity))
    record: dict[str, object] = {
        "schema_version": 1,
        "id": incident_id,
        "title": title,
        "kind": "incident",
        "severity": severity,
        "status": "closed",
        "owner": people[0],
        "tags": choose.sample(TAGS, 2),
        "services": choose.sample(SERVICES, 2),
        "started_at": _text(started - timedelta(minutes=9)),
        "detected_at": _text(started - timedelta(minutes=2)),
        "declared_at": _text(started),
        "mitigated_at": timeline[-3]["at"],
        "resolved_at": timeline[-2]["at"],
        "closed_at": timeline[-1]["at"],
        "declared_by": people[1],
        "roles": {"commander": people[0], "scribe": people[2]},
        "responders": people,
        "meet_at": f"#inc-{incident_id[11:30]}",
        "impact": {"summary": _paragraph(choose, 30), "customers": choose.randrange(10_000)},
        "timeline": timeline,
        "contributing_factors": [_paragraph(choose, 12) for _ in range(3)],
        "review": {"held_at": _text(started + timedelta(days=5)), "attendees": people},
        "follow_ups": [_follow_up(choose, started, people) for _ in range(3)],
    }
    head = "# yaml-language-server: $schema=../../../../.schema/incident.schema.json\n"
    return incident_id, write_document(record, header=head), _postmortem(choose, started, people)


def _timeline(
    choose: random.Random, started: datetime, people: list[str], severity: str
) -> Iterator[dict[str, object]]:
    at = started

    def entry(by: str, kind: str, **fields: object) -> dict[str, object]:
        return {"id": make_entry_id(choose.choice), "at": _text(at), "by": by, "entry": kind, **fields}

    yield entry(people[1], "declared", severity="SEV3")
    if severity != "SEV3":
        at += timedelta(minutes=4)
        yield entry(
            people[0], "severity", **{"from": "SEV3", "to": severity, "reason": _paragraph(choose, 8)}
        )
    for number in range(10):
        at += timedelta(minutes=choose.randrange(2, 20))
        kind = "update" if number % 4 == 3 else "note"
        yield entry(choose.choice(people), kind, text=_paragraph(choose, choose.randrange(20, 60)))
    steps = ("open", "mitigated", "resolved", "closed")
    for before, after in pairwise(steps):
        at += timedelta(hours=choose.randrange(1, 30))
        yield entry(people[0], "status", **{"from": before, "to": after, "text": _paragraph(choose, 12)})


def _follow_up(choose: random.Random, started: datetime, people: list[str]) -> dict[str, object]:
    return {
        "id": make_follow_up_id(choose.choice),
        "title": _sentence(choose, 8),
        "owner": choose.choice(people),
        "created_at": _text(started + timedelta(days=1)),
        "due_on": (started + timedelta(days=20)).date().isoformat(),
        "status": "done",
        "done_at": _text(started + timedelta(days=12)),
        "purpose": choose.choice(("prevent", "mitigate", "detect", "learn")),
        "evidence": [f"{choose.getrandbits(160):040x}"],
    }


def _postmortem(choose: random.Random, started: datetime, people: list[str]) -> str:
    head = {"status": "final", "authors": people[:2], "finished_at": _text(started + timedelta(days=3))}
    parts = [f"## {_sentence(choose, 3)}\n\n{_paragraph(choose, 80)}\n" for _ in range(4)]
    return f"---\n{write_document(head)}---\n\n" + "\n".join(parts)


def _sentence(choose: random.Random, words: int) -> str:
    return " ".join(choose.choices(_WORDS, k=words)).capitalize()


def _paragraph(choose: random.Random, words: int) -> str:
    return f"{_sentence(choose, words)}."


def _text(instant: datetime) -> str:
    return instant.strftime("%Y-%m-%dT%H:%M:%SZ")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _commit(folder: Path) -> None:
    _git(folder, "init", "--quiet", "--initial-branch=main")
    for name, value in (("user.name", "Ada0"), ("user.email", "ada0@example.org"), ("gc.auto", "0")):
        _git(folder, "config", name, value)
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message=Generate")


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)

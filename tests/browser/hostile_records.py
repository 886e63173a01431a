"""A repository in which every field that a person can write holds what is meant to break a page."""

import json
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from tests.site.test_sanitising import PAYLOADS

CORPORA = Path(__file__).resolve().parents[3] / "shared" / "data" / "hostile"
# One record shows as many of them on its two pages.
PER_RECORD = 400
_LONGEST = 2000
# Some hold passwords and addresses, of mail and of private networks; here all of them are to be shown.
_LOOSE = ("internal-host-in-public-text", "person-in-public-text", "secret-in-public-text")
_IN_ENTRIES, _IN_FOLLOW_UPS = 60, 20


def read_payloads() -> tuple[str, ...]:
    """Return ours, and every line of what others have collected where that is at hand."""
    lines = [line for file in _corpus_files() for line in file.read_text(errors="replace").splitlines()]
    naughty = json.loads((CORPORA / "strings-blns" / "blns.json").read_bytes()) if CORPORA.is_dir() else []
    wanted = (line for line in (*PAYLOADS, *lines, *naughty) if 3 < len(line) < _LONGEST)
    return tuple(dict.fromkeys(wanted))


def write_records(folder: Path, payloads: tuple[str, ...]) -> int:
    """Write them into records that the world may read; return how many records it takes."""
    batches = [payloads[start : start + PER_RECORD] for start in range(0, len(payloads), PER_RECORD)]
    _write(
        folder / "incidentrepo.yaml",
        {
            "schema_version": 1,
            "organisation": {"name": payloads[0]},
            "rules": dict.fromkeys(_LOOSE, "off"),
        },
    )
    _write(
        folder / "people.yaml",
        {f"person-{number}": {"name": some[0]} for number, some in enumerate(batches)},
    )
    _write(folder / "tags.yaml", {"press": {"description": payloads[1]}})
    for number, some in enumerate(batches):
        place = folder / "incidents" / "2026" / "11" / f"2026-11-02-n{number}"
        _write(place / "incident.yaml", _incident(number, some))
        body = "\n\n".join(some)
        author = f"person-{number}"
        (place / "postmortem.md").write_text(_front({"state": "final", "authors": [author]}) + body)
        (place / "public.md").write_text(_front({"title": some[2], "slug": f"n{number}"}) + body)
        (place / "accounts").mkdir()
        (place / "accounts" / f"{author}.md").write_text(body)
    return len(batches)


def _incident(number: int, payloads: tuple[str, ...]) -> dict[str, object]:
    texts = cycle(payloads)
    entries = [_entry(index, text) for index, text in enumerate(islice(texts, _IN_ENTRIES))]
    return {
        "schema_version": 1,
        "id": f"2026-11-02-n{number}",
        "title": payloads[0],
        "kind": "incident",
        "severity": "SEV2",
        "status": "resolved",
        "visibility": "public",
        "summary": next(texts),
        "started_at": "2026-11-02T09:00:00Z",
        "declared_at": "2026-11-02T09:14:00Z",
        "resolved_at": "2026-11-02T11:00:00Z",
        "owner": f"person-{number}",
        "tags": ["press", next(texts)],
        "services": [next(texts)],
        "meet_at": next(texts),
        "detection": next(texts),
        "trigger": next(texts),
        "impact": {"summary": next(texts)},
        "contributing_factors": [next(texts)],
        "links": [{"url": next(texts), "title": next(texts)} for _ in range(20)],
        "evidence": [{"path": next(texts), "caption": next(texts)}, {"url": next(texts), "caption": "a"}],
        "timeline": entries,
        "follow_ups": [
            {"id": f"f2222{index:04}"[:9], "title": next(texts), "status": "open", "owner": next(texts)}
            for index in range(_IN_FOLLOW_UPS)
        ],
        "custom": {"words": next(texts)},
    }


def _entry(index: int, text: str) -> dict[str, object]:
    told = {"audience": "public", "state": "monitoring"} if index % 2 else {}
    return {
        "id": f"t2222{index:04}"[:9],
        "at": f"2026-11-02T09:{index % 60:02}:00Z",
        "entry": "update" if told else "note",
        "text": text,
        **told,
    }


def _corpus_files() -> Iterator[Path]:
    for name in ("xss", "inject-payloads", "md-showdown"):
        for file in sorted((CORPORA / name).rglob("*")):
            if file.suffix in (".txt", ".md", ".html") and file.name != "SOURCE.md":
                yield file


def _front(values: dict[str, object]) -> str:
    return f"---\n{json.dumps(values)}\n---\n"


def _write(file: Path, values: object) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    # JSON, which is YAML too, says of any text exactly what it is.
    file.write_text(json.dumps(values), encoding="utf-8")

"""What may change in a repository without the world noticing: one function a change."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from random import Random
from typing import Any

from incidentrepo.documents.strict_yaml import load_yaml
from incidentrepo.documents.writing import write_document
from tests.git_repository import GitRepository
from tests.pictures.making import png_chunk

InternalChange = Callable[[GitRepository, Random], None]

_WORDS = ["heron", "kestrel", "plover", "avocet", "dunlin", "godwit", "knot", "ruff", "whimbrel", "turnstone"]
_DAY = "2026-11-{:02}"


def _words(chance: Random) -> str:
    return " ".join(chance.choices(_WORDS, k=4))


def _records(repository: GitRepository) -> list[Path]:
    return sorted(repository.path.glob("incidents/*/*/*/incident.yaml"))


def _read(file: Path) -> dict[str, Any]:
    value = load_yaml(file.read_bytes()).value
    assert isinstance(value, dict)
    return value


def _is_told(file: Path) -> bool:
    return bool(_read(file).get("visibility", "internal") != "internal")


def _edit(repository: GitRepository, chance: Random, **fields: object) -> None:
    file = chance.choice(_records(repository))
    _write(file, {**_read(file), **fields})


def _write(file: Path, document: Mapping[str, object]) -> None:
    file.write_text(write_document(document), encoding="utf-8")


def add_private_incident(repository: GitRepository, chance: Random) -> None:
    """Somebody declares an incident, and drafts a page for the world which nobody publishes."""
    incident = f"{_DAY.format(chance.randint(1, 28))}-{'-'.join(chance.sample(_WORDS, 3))}"
    folder = f"incidents/2026/11/{incident}"
    record = {
        "schema_version": 1,
        "id": incident,
        "title": _words(chance),
        "kind": "incident",
        "severity": "SEV1",
    }
    repository.write(f"{folder}/incident.yaml", write_document(record))
    repository.write(f"{folder}/public.md", f"---\ntitle: {_words(chance)}\nslug: x{chance.random()}\n---\n")


def remove_private_incident(repository: GitRepository, chance: Random) -> None:
    """An incident that nobody outside knows goes."""
    shutil.rmtree(chance.choice([file for file in _records(repository) if not _is_told(file)]).parent)


def rename_incident(repository: GitRepository, chance: Random) -> None:
    """An incident, public or not, gets another id, by which files are sorted otherwise."""
    file = chance.choice(_records(repository))
    name = f"{_DAY.format(chance.randint(1, 28))}-{'-'.join(chance.sample(_WORDS, 3))}"
    _write(file, {**_read(file), "id": name, "aliases": [file.parent.name]})
    target = repository.path / "incidents/2026/11" / name
    target.parent.mkdir(parents=True, exist_ok=True)
    file.parent.rename(target)


def change_title(repository: GitRepository, chance: Random) -> None:
    """An incident is called something else, inside."""
    _edit(repository, chance, title=_words(chance), summary=_words(chance))


def change_people(repository: GitRepository, chance: Random) -> None:
    """Other people own it, respond and follow."""
    who = chance.choice(_WORDS)
    _edit(repository, chance, owner=who, responders=[who], roles={"commander": who}, subscribers=[who])


def change_numbers(repository: GitRepository, chance: Random) -> None:
    """Other customers were hurt, and it was noticed at another time."""
    at = f"2026-11-0{chance.randint(1, 9)}T0{chance.randint(0, 9)}:00:00Z"
    impact = {"summary": _words(chance), "customers": chance.randint(1, 10**6)}
    _edit(repository, chance, impact=impact, detected_at=at, acknowledged_at=at, declared_at=at)


def change_tags(repository: GitRepository, chance: Random) -> None:
    """It is about something else."""
    _edit(repository, chance, tags=chance.sample(_WORDS, 3), services=chance.sample(_WORDS, 1))


def add_entries(repository: GitRepository, chance: Random) -> None:
    """Somebody writes a note, and an update for their own people."""
    file = chance.choice(_records(repository))
    record = _read(file)
    at = f"2026-11-0{chance.randint(1, 9)}T10:00:00Z"
    for kind in ("note", "update"):
        record.setdefault("timeline", []).append({"entry": kind, "at": at, "text": _words(chance)})
    _write(file, record)


def shuffle_keys(repository: GitRepository, chance: Random) -> None:
    """The fields of a record stand in another order, under a comment."""
    file = chance.choice(_records(repository))
    fields = list(_read(file).items())
    chance.shuffle(fields)
    file.write_text(write_document(dict(fields), header=f"# {_words(chance)}\n"), encoding="utf-8")


def write_postmortem(repository: GitRepository, chance: Random) -> None:
    """Somebody writes down what the organisation learned, and what they saw."""
    folder = chance.choice(_records(repository)).parent.relative_to(repository.path).as_posix()
    repository.write(f"{folder}/postmortem.md", f"---\nstatus: draft\n---\n\n{_words(chance)}\n")
    repository.write(f"{folder}/accounts/{chance.choice(_WORDS)}.md", _words(chance))


def add_evidence(repository: GitRepository, chance: Random) -> None:
    """A log is kept."""
    folder = chance.choice(_records(repository)).parent.relative_to(repository.path).as_posix()
    repository.write(f"{folder}/evidence/{chance.choice(_WORDS)}.log", _words(chance))


def _pictures(repository: GitRepository) -> list[Path]:
    return sorted(repository.path.glob("incidents/*/*/*/evidence/*.png"))


def tell_in_picture(repository: GitRepository, chance: Random) -> None:
    """Somebody writes into the files of all pictures, beside the pixels; one of them the world sees."""
    for file in _pictures(repository):
        text = png_chunk(b"tEXt", b"Author\0" + _words(chance).encode())
        data = file.read_bytes()
        file.write_bytes(data[:33] + text + data[33:] + _words(chance).encode())


def rename_pictures(repository: GitRepository, chance: Random) -> None:
    """The files of all pictures are called something else, also where `public.md` shows one."""
    for file in _pictures(repository):
        name = f"{chance.choice(_WORDS)}-{chance.randint(0, 10**9)}.png"
        for text in file.parents[1].glob("*.*"):
            text.write_bytes(text.read_bytes().replace(file.name.encode(), name.encode()))
        file.rename(file.with_name(name))


def change_lists(repository: GitRepository, chance: Random) -> None:
    """There are other people, tags, rotations and automations."""
    name = chance.choice(_WORDS)
    repository.write("people.yaml", f"{name}: {{name: {_words(chance)}}}\n")
    repository.write("tags.yaml", f"{name}: {{description: {_words(chance)}}}\n")
    for file in ("rotations.yaml", "automations.yaml", "subscriptions.yaml"):
        (repository.path / file).unlink(missing_ok=True)


def change_policy(repository: GitRepository, chance: Random) -> None:
    """The organisation asks other things of itself."""
    file = repository.path / "incidentrepo.yaml"
    policy = _read(file)
    policy |= {"meet_at": _words(chance), "workdays": ["mon"], "rules": {"unknown-tag": "off"}}
    policy.setdefault("publishing", {})["denied_terms"] = chance.sample(_WORDS, 3)
    policy["severities"]["SEV1"]["hint"] = _words(chance)
    _write(file, policy)


def change_surroundings(repository: GitRepository, chance: Random) -> None:
    """There are other templates, other files, and another look of the internal site."""
    repository.write(f"templates/{chance.choice(_WORDS)}.md", _words(chance))
    repository.write(f"{chance.choice(_WORDS)}.txt", _words(chance))
    repository.write("mkdocs.yml", f"site_name: {_words(chance)}\nplugins: [incidentrepo]\n")


def rewrite_history(repository: GitRepository, chance: Random) -> None:
    """The same files were committed by somebody else at another time, on another branch."""
    author = f"{_words(chance)} <{chance.choice(_WORDS)}@example.org>"
    at = f"{chance.randint(1990, 2020)}-02-03T04:05:06+00:00"
    repository.git("checkout", "-q", "--orphan", f"{chance.choice(_WORDS)}-{chance.randint(0, 10**9)}")
    repository.commit(_words(chance), at=at, author=author)


INTERNAL_CHANGES: tuple[InternalChange, ...] = (
    add_private_incident,
    remove_private_incident,
    rename_incident,
    change_title,
    change_people,
    change_numbers,
    change_tags,
    add_entries,
    shuffle_keys,
    write_postmortem,
    add_evidence,
    tell_in_picture,
    rename_pictures,
    change_lists,
    change_policy,
    change_surroundings,
    rewrite_history,
)

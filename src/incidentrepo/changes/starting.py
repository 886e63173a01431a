"""A new repository: the files that a first incident needs, and nothing that must be edited first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from incidentrepo.documents.quoting import write_scalar
from incidentrepo.documents.schemas import SCHEMA_NAMES
from incidentrepo.model.policy import Filing
from incidentrepo.resources import resource_folder

STARTER_FOLDER = Path(__file__).resolve().parent / "starter"

_NO_FILING = """\
# filing:
#   host: github                # or gitlab
#   repository: https://github.com/example/incidents"""
_RENAMED = {"gitignore": ".gitignore"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The files to write; and those that are there already, with what they lack."""

    files: Mapping[str, bytes]
    to_add: Mapping[str, str]


def start_repository(
    *,
    organisation: str,
    timezone: str,
    today: date,
    filing: Filing | None = None,
    is_there: Callable[[str], bool],
) -> Start:
    """
    Return what begins a repository; a file for which `is_there` holds is never written.

    `filing` says where people without a clone file, as far as that is known.
    """
    words = {
        "{organisation}": write_scalar(organisation),
        "{timezone}": write_scalar(timezone),
        "{today}": write_scalar(today.isoformat()),
        "{filing}": _write_filing(filing),
    }
    wanted = {**_starter_files(words), **_schema_files()}
    there = {path: data for path, data in wanted.items() if is_there(path)}
    return Start(
        files={path: data for path, data in wanted.items() if path not in there},
        to_add={path: data.decode() for path, data in there.items() if path == ".gitignore"},
    )


def _starter_files(words: Mapping[str, str]) -> dict[str, bytes]:
    files = {}
    for source in sorted(STARTER_FOLDER.rglob("*")):
        if source.is_file():
            name = source.relative_to(STARTER_FOLDER).as_posix()
            files[_RENAMED.get(name, name)] = _fill_in(source, words).encode()
    return files


def _fill_in(source: Path, words: Mapping[str, str]) -> str:
    text = source.read_text(encoding="utf-8")
    for placeholder, word in words.items():
        text = text.replace(placeholder, word)
    return text


def _write_filing(filing: Filing | None) -> str:
    if filing is None:
        return _NO_FILING
    return f"filing:\n  host: {filing.host}\n  repository: {write_scalar(filing.repository)}"


def _schema_files() -> dict[str, bytes]:
    """Return copies for editors; the tool itself never reads them."""
    sources = [resource_folder("schema") / f"{name}.schema.json" for name in sorted(SCHEMA_NAMES)]
    return {f".schema/{source.name}": source.read_bytes() for source in sources}

"""What the files of a host's CI are told to do with incidents, as far as their text shows."""

import re
from collections.abc import Iterable, Iterator

from incidentrepo.doctor.facts import CiFiles
from incidentrepo.store.source import Folders

# Read as text, not as YAML: each host has words of its own, and a false "missing" is soon seen.
_FOLDERS = (".github/workflows", ".gitea/workflows", ".forgejo/workflows", ".gitlab")
_FILES = (".gitlab-ci.yml", "bitbucket-pipelines.yml")
_CHECK = re.compile(r"\bincidentrepo\b[^\n#]*\bcheck\b|uses:\s*\S*incidentrepo\S*@")
_DEADLINES = re.compile(r"\bincidentrepo\b[^\n#]*\bdeadlines\b")
_SCHEDULE = re.compile(r"^\s*schedule:|\"schedule\"", re.MULTILINE)
_COMMENT = re.compile(r"^\s*#.*$", re.MULTILINE)
_ACTION = re.compile(r"uses:\s*[\"']?(?P<name>[^\s@\"'#]+)@(?P<pin>[^\s\"'#]+)")
_HASH = re.compile(r"[0-9a-f]{40}|sha256:[0-9a-f]{64}")


def read_ci(files: Folders) -> CiFiles:
    """Return what the CI files among `files`, which count from the top of the repository, do."""
    texts = {path: _COMMENT.sub("", text) for path, text in _read_all(files)}
    checks = _which(texts, _CHECK)
    return CiFiles(
        checks=checks,
        deadlines=_which(texts, _DEADLINES),
        scheduled=tuple(path for path in _which(texts, _DEADLINES) if _SCHEDULE.search(texts[path])),
        unpinned=tuple(sorted({name for path in checks for name in _unpinned(texts[path])})),
    )


def _which(texts: dict[str, str], pattern: re.Pattern[str]) -> tuple[str, ...]:
    return tuple(path for path, text in texts.items() if pattern.search(text))


def _unpinned(text: str) -> Iterator[str]:
    for action in _ACTION.finditer(text):
        if not _HASH.fullmatch(action["pin"]):
            yield f"{action['name']}@{action['pin']}"


def _read_all(files: Folders) -> Iterator[tuple[str, str]]:
    for path in _paths(files):
        try:
            yield path, files.read_file(path).decode("utf-8", "replace")
        except KeyError:
            continue


def _paths(files: Folders) -> Iterable[str]:
    for folder in _FOLDERS:
        names = files.list_folder(folder)
        yield from (f"{folder}/{name}" for name in names if name.endswith((".yml", ".yaml")))
    yield from _FILES

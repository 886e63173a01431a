"""Read git's raw list of changed files (`--raw -z`), of ordinary commits and of merges."""

from collections.abc import Iterator

from incidentrepo.model.change import ChangedFile, ChangeKind

_SUBMODULE = "160000"


def parse_changed_file(first: str, rest: Iterator[str], root: str) -> ChangedFile:
    """
    Return the file that the entry `first` tells of, taking its paths from `rest`.

    A merge lists one mode and id for each parent (`::100644 100644 100644 ID ID ID MM`), and only files
    that differ from all of them: what before means is the first parent's. Paths count from `root`.
    https://git-scm.com/docs/git-diff-tree#_raw_output_format
    """
    parents = len(first) - len(first.lstrip(":"))
    fields = first[parents:].split(" ")
    modes, ids = fields[: parents + 1], fields[parents + 1 : 2 * parents + 2]
    kind = _parse_kind(fields[-1])
    path = next(rest).removeprefix(root)
    moved = kind is ChangeKind.RENAMED and parents == 1
    old_path, path = (path, next(rest).removeprefix(root)) if moved else (None, path)
    return ChangedFile(
        kind=kind,
        path=path,
        old_path=old_path,
        before_id=_content_id(modes[0], ids[0]),
        after_id=_content_id(modes[-1], ids[-1]),
    )


def _parse_kind(status: str) -> ChangeKind:
    letter = status[0]
    # Copies are never asked for; an unmerged file does not occur between commits.
    return ChangeKind(letter)


def _content_id(mode: str, object_id: str) -> str | None:
    return None if mode == _SUBMODULE or not object_id.strip("0") else object_id

"""Put our hooks into a repository, beside whatever hooks it has."""

import os
import shlex
from dataclasses import dataclass
from pathlib import Path

from incidentrepo.store.clone import Clone
from incidentrepo.store.files import disk_errors, write_file
from incidentrepo.store.running import run_git

_PRE_COMMIT = """\
#!/bin/sh
# Judges what is staged before it is committed. `git commit --no-verify` passes over it.
if ! command -v incidentrepo > /dev/null; then
    echo "this commit was not checked: incidentrepo is not on PATH" >&2
    exit 0
fi
exec {command}
"""
_PRE_RECEIVE = """\
#!/bin/sh
# Judges a push before it is taken: what ends in anything but 0 is refused.
exec {command}
"""
_EXECUTABLE = 0o111


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """What came of it: where the hook is, whether it was written now, and the line it needs from you."""

    path: Path
    is_new: bool
    line_to_add: str = ""


def install_hook(clone: Clone, *, tool: str = "incidentrepo") -> Installed:
    """
    Write the hook that fits: pre-commit in a clone, pre-receive on a server; `tool` is run by the latter.

    A hook that exists is never edited, nor is a folder of hooks outside of this repository: what is to be
    added to it is returned. Raises StoreError where the disk refuses.
    """
    name = "pre-commit" if clone.work_tree else "pre-receive"
    root = clone.root.rstrip("/")
    words = [
        tool if name == "pre-receive" else "incidentrepo",
        "hook",
        name,
        *(["--root", root] if root else []),
    ]
    command = shlex.join(words)
    path = _hooks_folder(clone) / name
    if path.exists() or path.is_symlink():
        has_it = f"hook {name}" in _read(path)
        return Installed(path=path, is_new=False, line_to_add="" if has_it else f"{command} || exit")
    if not _is_ours(clone, path):
        return Installed(path=path, is_new=False, line_to_add=f"{command} || exit")
    script = _PRE_COMMIT if name == "pre-commit" else _PRE_RECEIVE
    write_file(path, script.format(command=command).encode())
    with disk_errors(path):
        path.chmod(path.stat().st_mode | _EXECUTABLE)
    return Installed(path=path, is_new=True)


def read_hook(clone: Clone) -> tuple[Path, str]:
    """Return the hook that fits, and its text where git would run it; else an empty one."""
    path = _hooks_folder(clone) / ("pre-commit" if clone.work_tree else "pre-receive")
    runs = path.is_file() and os.access(path, os.X_OK)
    return path, _read(path) if runs else ""


def _hooks_folder(clone: Clone) -> Path:
    """Return where git looks for hooks: `core.hooksPath`, else the folder that all work trees share."""
    printed = run_git(clone.folder, "rev-parse", "--path-format=absolute", "--git-path", "hooks")
    return Path(os.fsdecode(printed.removesuffix(b"\n")))


def _is_ours(clone: Clone, path: Path) -> bool:
    """Whether no other repository runs what is written there."""
    inside = (clone.common_dir, clone.work_tree or clone.git_dir)
    return any(path.resolve().is_relative_to(folder.resolve()) for folder in inside)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""  # a symlink that leads nowhere is somebody's hook all the same

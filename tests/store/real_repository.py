"""A repository to arrange a test in, by the git command alone."""

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

NOON = "2026-11-02T12:00:00+00:00"


@dataclass(frozen=True, kw_only=True)
class Repository:
    """A work tree to arrange a test in, by the git command alone."""

    folder: Path

    def git(self, *arguments: str, stdin: str = "", environment: Mapping[str, str] | None = None) -> str:
        done = subprocess.run(
            ["git", "-C", self.folder, *arguments],
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, **(environment or {})},
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def write(self, path: str, text: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, newline="")
        return file

    def commit(self, files: Mapping[str, str | None], message: str = "Change", *, at: str = NOON) -> str:
        for path, text in files.items():
            if text is None:
                (self.folder / path).unlink()
            else:
                self.write(path, text)
        self.git("add", "--all", "--", *files)
        dates = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": at}
        self.git("commit", "--quiet", "--allow-empty", "-m", message, environment=dates)
        return self.git("rev-parse", "HEAD").strip()

    def put_in_conflict(self, path: str, text: str) -> None:
        blob = self.git("rev-parse", f"HEAD:{path}").strip()
        stages = "".join(f"100644 {blob} {stage}\t{path}\n" for stage in (1, 2, 3))
        self.git("update-index", "--index-info", stdin=f"0 {'0' * 40}\t{path}\n{stages}")
        self.write(path, text)

    def clone(self, target: Path, *options: str) -> "Repository":
        # By URL: a plain path is copied whole, whatever depth or filter asks for.
        self.git("clone", "--quiet", *options, f"file://{self.folder}", str(target))
        return Repository(folder=target)

"""A real git repository to arrange a test in, by the git command alone."""

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

NOON = "2026-11-02T12:00:00+00:00"
ADA = "Ada Lovelace <ada@example.org>"


@dataclass(frozen=True, slots=True)
class GitRepository:
    """A work tree in `path`."""

    path: Path

    @classmethod
    def init(cls, path: Path) -> "GitRepository":
        """Make a repository without a commit, on `main`; its own commits need no settings of a user."""
        path.mkdir(parents=True, exist_ok=True)
        repository = cls(path)
        repository.git("init", "--quiet", "--initial-branch=main")
        repository._settle()
        return repository

    def git(self, *arguments: str, **environment: str) -> str:
        """Return what git prints; what it complains of is the failure's text."""
        done = subprocess.run(
            ["git", "-C", str(self.path), *arguments],
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            timeout=60,
        )
        assert done.returncode == 0, f"git {' '.join(arguments)}: {done.stderr}"
        return done.stdout

    def write(self, path: str, content: str | bytes) -> Path:
        """Write a file, and the folders it needs; text keeps its line ends."""
        file = self.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return file

    def commit(self, message: str = "Change", *, at: str = NOON, author: str = ADA) -> str:
        """Commit all that differs, or nothing at all, and return the commit's id."""
        self.git("add", "--all")
        self.git(
            *("commit", "--quiet", "--allow-empty", f"--author={author}", f"--message={message}"),
            GIT_AUTHOR_DATE=at,
            GIT_COMMITTER_DATE=at,
        )
        return self.git("rev-parse", "HEAD").strip()

    def clone(
        self, path: Path | None = None, *, depth: int | None = None, bare: bool = False
    ) -> "GitRepository":
        """Return a clone, beside this one where no path is given; the last `depth` commits of it alone."""
        target = path or self.path.with_name(f"{self.path.name}-clone")
        options = [f"--depth={depth}"] if depth else []
        options += ["--bare"] if bare else []
        # By URL: from a plain path git copies everything and passes over `--depth`.
        self.git("clone", "--quiet", *options, self.path.as_uri(), str(target))
        clone = GitRepository(target)
        clone._settle()
        return clone

    def _settle(self) -> None:
        self.git("config", "user.name", "Ada Lovelace")
        self.git("config", "user.email", "ada@example.org")
        self.git("config", "commit.gpgSign", "false")

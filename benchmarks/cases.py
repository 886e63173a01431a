"""What is measured, and the peer that each case is held against in the same run."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measuring import Measurement, measure

TOOL = Path(sys.executable).parent / "incidentrepo"
SCHEMA = Path(__file__).parents[1] / "schema" / "incident.schema.json"
_SAMPLE = 200
_HASH_ALL = """
import hashlib, os, sys
for folder, folders, names in os.walk(sys.argv[1]):
    folders[:] = [name for name in folders if name != ".git"]
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            hashlib.sha1(file.read())
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One case: what we took, what the peer took, and how much of it we may take."""

    case: str
    peer_name: str
    ours: Measurement
    peer: Measurement | None
    budget: float

    @property
    def ratio(self) -> float | None:
        """Our time as a part of the peer's, where there is a peer."""
        return self.ours.seconds / self.peer.seconds if self.peer else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """A generated repository, and check-jsonschema to compare with."""

    repository: Path
    single: Path
    checker: Path

    def incident_files(self) -> list[Path]:
        """Return every record, sorted."""
        return sorted(self.repository.glob("incidents/*/*/*/incident.yaml"))

    def forget(self) -> None:
        """Empty the cache."""
        shutil.rmtree(self.repository / ".git" / "incidentrepo", ignore_errors=True)

    def check_files(self, files: list[Path], *, runs: int = 3) -> Measurement:
        """Return what check-jsonschema takes for these files."""
        return measure([self.checker, "--schemafile", SCHEMA, *files], cwd=self.repository, runs=runs)


def measure_start(bench: Bench) -> Iterator[Result]:
    """Measure what does not grow with the repository."""
    ours = measure([TOOL, "--version"], cwd=bench.single, runs=7)
    peer = measure([bench.checker, "--version"], cwd=bench.single, runs=7)
    yield Result(
        case="`--version`", peer_name="check-jsonschema `--version`", ours=ours, peer=peer, budget=0.2
    )
    file = next(bench.single.glob("incidents/*/*/*/incident.yaml"))
    ours = measure([TOOL, "check"], cwd=bench.single, runs=5)
    peer = bench.check_files([file], runs=5)
    yield Result(
        case="`check` of one incident", peer_name="check-jsonschema on it", ours=ours, peer=peer, budget=0.3
    )


def measure_checks(bench: Bench) -> Iterator[Result]:
    """Measure `check` of everything: cold, warm, and of a change."""
    files = bench.incident_files()
    sample = files[:: max(len(files) // _SAMPLE, 1)][:_SAMPLE]
    start_up = measure([bench.checker, "--version"], cwd=bench.single)
    peer = bench.check_files(sample, runs=1).scaled(len(files) / len(sample), start_up=start_up)
    ours = measure([TOOL, "check"], cwd=bench.repository, runs=2, before=bench.forget)
    name = f"check-jsonschema on {len(sample)} of the records, scaled"
    yield Result(case="cold `check`", peer_name=name, ours=ours, peer=peer, budget=0.05)
    ours = measure([TOOL, "check"], cwd=bench.repository, runs=5)
    peer = measure([sys.executable, "-c", _HASH_ALL, bench.repository], cwd=bench.repository, runs=5)
    name = "reading and hashing every byte"
    yield Result(case="warm `check`", peer_name=name, ours=ours, peer=peer, budget=0.7)
    for file in files[:4]:
        file.write_text(file.read_text(encoding="utf-8") + "summary: Changed.\n", encoding="utf-8")
    ours = measure([TOOL, "check", "--base", "HEAD"], cwd=bench.repository, runs=5)
    peer = bench.check_files(files[:1], runs=5)
    _git(bench.repository, "checkout", "--quiet", ".")
    name = "check-jsonschema on one file"
    yield Result(case="`check --base`, 4 files changed", peer_name=name, ours=ours, peer=peer, budget=0.5)


def measure_hook(bench: Bench) -> Iterator[Result]:
    """Measure what a server's hook takes for a push that changes one incident; it never has a cache."""
    file, server = bench.incident_files()[0], bench.repository.parent / "server.git"
    shutil.rmtree(server, ignore_errors=True)
    # By URL: a server has its objects in packs, and a clone of a path has whatever lies there.
    _git(bench.repository, "clone", "--quiet", "--bare", bench.repository.as_uri(), str(server))
    file.write_text(file.read_text(encoding="utf-8") + "summary: Changed.\n", encoding="utf-8")
    _git(bench.repository, "commit", "--quiet", "--all", "--message", "Change")
    _git(bench.repository, "push", "--quiet", str(server), "HEAD:refs/hidden/pushed")
    _git(bench.repository, "reset", "--quiet", "--hard", "HEAD^")
    line = 'echo "$(git rev-parse HEAD) $(git rev-parse refs/hidden/pushed) refs/heads/main"'
    ours = measure(["sh", "-c", f"{line} | '{TOOL}' hook pre-receive"], cwd=server, runs=5, exit_codes=(0,))
    peer = bench.check_files([file], runs=5)
    name = "check-jsonschema on one file"
    yield Result(case="`hook pre-receive`, 1 file changed", peer_name=name, ours=ours, peer=peer, budget=2)


def measure_declare(bench: Bench) -> Iterator[Result]:
    """Measure one declaration against one commit of one file by git itself."""
    file = bench.repository / "note.txt"
    count = iter(range(100))

    def edit() -> None:
        file.write_text(f"{next(count)}\n", encoding="utf-8")
        _git(bench.repository, "add", "note.txt")

    command = ("git", "commit", "--quiet", "--message", "Note", "--only", "--", "note.txt")
    peer = measure(command, cwd=bench.repository, runs=5, before=edit)
    declare: list[str | Path] = [TOOL, "declare", "Checkout answers 500", "-s", "SEV2", "--as", "ada0"]
    ours = measure(declare, cwd=bench.repository, runs=5)
    yield Result(case="`declare`", peer_name="`git commit` of one file", ours=ours, peer=peer, budget=3)


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)

"""The scripts of CI, taken out of the files that hold them and run as a runner would."""

import os
import subprocess
import sys
from pathlib import Path

import yaml

from tests.git_repository import GitRepository
from tests.source_tree import TOP

_BIN = Path(sys.executable).parent


def action_script() -> str:
    """Return what the action's step `check` runs."""
    action = yaml.safe_load((TOP / "action.yml").read_text(encoding="utf-8"))
    return str(next(step["run"] for step in action["runs"]["steps"] if step.get("id") == "check"))


def component_script(job: str) -> str:
    """Return what a job of the component runs."""
    _, jobs = yaml.safe_load_all((TOP / "templates/incidentrepo.yml").read_text(encoding="utf-8"))
    return "\n".join(jobs[job]["script"])


def workflow_script(repository: GitRepository, name: str, job: str, step: str) -> str:
    """Return what a step of a generated workflow runs."""
    text = (repository.path / ".github/workflows" / name).read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"][job]["steps"]
    return str(next(found["run"] for found in steps if found.get("id") == step))


def install(programs: Path, name: str, code: str) -> None:
    """Put a program of Python on the path that `run_script` is given."""
    programs.mkdir(exist_ok=True)
    program = programs / name
    program.write_text(f"#!{sys.executable}\n{code}", encoding="utf-8")
    program.chmod(0o755)


def run_script(
    script: str, folder: Path, *, programs: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run a script as runners do, in `folder`; `programs` come before all others."""
    path = [str(programs)] if programs else []
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": os.pathsep.join([*path, str(_BIN), os.environ["PATH"]]), **environment},
        capture_output=True,
        check=False,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        timeout=60,
    )

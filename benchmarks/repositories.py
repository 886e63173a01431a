"""Generated repositories, made once and copied for each run."""

import shutil
import subprocess
from pathlib import Path

from generate import generate

FOLDER = Path(__file__).parents[1] / "build" / "bench"


def prepare(incidents: int) -> Path:
    """Return a fresh copy of a generated repository; each size is generated once."""
    kept, copy = FOLDER / f"generated-{incidents}", FOLDER / str(incidents) / "repository"
    if not kept.exists():
        half = kept.with_suffix(".half")
        shutil.rmtree(half, ignore_errors=True)
        generate(half, incidents)
        half.rename(kept)
    shutil.rmtree(copy.parent, ignore_errors=True)
    copy.parent.mkdir(parents=True)
    subprocess.run(["cp", "--archive", kept, copy], check=True)
    # A copy has new inodes: git looks at each file once more, and not in the measured time.
    subprocess.run(["git", "status", "--short"], cwd=copy, check=True)
    return copy

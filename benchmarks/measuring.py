"""How long a command takes, and how much memory its largest process had."""

import os
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

_MIB = 1024  # Linux counts the peak in KiB


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """The shortest of several runs, and the highest peak of them."""

    seconds: float
    peak_mib: float

    def scaled(self, factor: float, *, start_up: "Measurement") -> "Measurement":
        """Return what `factor` times the work would take, with one start-up."""
        work = max(self.seconds - start_up.seconds, 0) * factor
        return Measurement(seconds=start_up.seconds + work, peak_mib=self.peak_mib)


def measure(
    command: Sequence[str | Path],
    *,
    cwd: Path,
    runs: int = 3,
    before: Callable[[], object] = lambda: None,
    exit_codes: Sequence[int] = (0, 1),
) -> Measurement:
    """Run `command` so many times, `before` before each; a crash is an error, findings are not."""
    measured = []
    for _ in range(runs):
        before()
        measured.append(_run_once(command, cwd, exit_codes))
    return Measurement(
        seconds=min(one.seconds for one in measured), peak_mib=max(one.peak_mib for one in measured)
    )


# An installed tool has its modules compiled; one that runs from a source tree must be let do so.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def _run_once(command: Sequence[str | Path], cwd: Path, exit_codes: Sequence[int]) -> Measurement:
    started = time.perf_counter()
    quiet, kept = subprocess.DEVNULL, subprocess.PIPE
    with subprocess.Popen(command, cwd=cwd, env=_ENVIRONMENT, stdout=quiet, stderr=kept) as process:
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        complaint = process.stderr.read().decode(errors="replace") if process.stderr else ""
    if process.returncode not in exit_codes:
        raise SystemExit(f"{' '.join(map(str, command))}: exit {process.returncode}\n{complaint}")
    return Measurement(seconds=seconds, peak_mib=usage.ru_maxrss / _MIB)

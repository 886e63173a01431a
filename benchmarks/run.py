"""Measure the core against its budgets: every case beside the peer it is held against, in one run."""

import argparse
import platform
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from pathlib import Path

from cases import Bench, Result, measure_checks, measure_declare, measure_hook, measure_start
from repositories import FOLDER, prepare

HERE = Path(__file__).parent
PEAK_BUDGET_MIB = 300


def main() -> None:
    """Measure, print the table, and keep it where that is asked for."""
    options = _parse()
    lines = [f"# Benchmarks\n\nPython {platform.python_version()} on {platform.system()}.\n"]
    for incidents in options.incidents:
        results = list(_measure_all(incidents))
        lines.append(_write_table(incidents, results))
        print(lines[-1], flush=True)
    if options.write:
        lines.append(_NOTES)
        (HERE / "RESULTS.md").write_text("\n".join(lines), encoding="utf-8")


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--incidents", type=int, nargs="+", default=[1000, 10_000], help="how many to generate"
    )
    parser.add_argument("--write", action="store_true", help="write RESULTS.md")
    return parser.parse_args()


def _measure_all(incidents: int) -> Iterator[Result]:
    bench = Bench(
        repository=prepare(incidents),
        single=prepare(1),
        checker=_install_checker(),
    )
    for case in (measure_start, measure_checks, measure_hook, measure_declare):
        for result in case(bench):
            print(f"{incidents}: {result.case} {result.ours.seconds:.2f} s", file=sys.stderr, flush=True)
            yield result


def _install_checker() -> Path:
    folder = FOLDER / "venv"
    program = folder / "bin" / "check-jsonschema"
    if not program.exists():
        venv.create(folder, with_pip=True)
        pip: list[str | Path] = [
            folder / "bin" / "python",
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
        ]
        subprocess.run([*pip, "check-jsonschema"], check=True)
    return program


def _write_table(incidents: int, results: Sequence[Result]) -> str:
    head = [
        f"## {incidents:,} incidents\n",
        "| case | ours | peer | against | ratio | budget | | peak memory |",
        "|---|---|---|---|---|---|---|---|",
    ]
    return "\n".join([*head, *map(_write_row, results), ""])


def _write_row(result: Result) -> str:
    peer = f"{result.peer.seconds:.2f} s" if result.peer else "not here"
    ratio = f"{result.ratio:.2f}" if result.ratio is not None else ""
    is_within = (result.ratio or 0) <= result.budget and result.ours.peak_mib <= PEAK_BUDGET_MIB
    verdict = "" if result.ratio is None else "within" if is_within else "**over**"
    return (
        f"| {result.case} | {result.ours.seconds:.2f} s | {peer} | {result.peer_name} | {ratio}"
        f" | {result.budget} | {verdict} | {result.ours.peak_mib:.0f} MiB |"
    )


_NOTES = f"""\
Each time is the shortest of a few runs.
Each row and its peer are measured in one run, so that only their ratio counts.
The peak is that of the largest process; {PEAK_BUDGET_MIB} MiB is the budget.
check-jsonschema reads the records alone, on a sample whose time is scaled; ours reads the postmortems too.
"""


if __name__ == "__main__":
    main()

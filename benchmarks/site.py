"""Measure the internal site: against Hugo and plain Material on the same Markdown, its pages, its search."""

import argparse
import gzip
import platform
import shutil
import statistics
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from measuring import Measurement, measure
from repositories import prepare
from searching import measure_first_search, measure_year

HERE = Path(__file__).parent
TOOL = Path(sys.executable).parent / "incidentrepo"
MKDOCS = Path(sys.executable).parent / "mkdocs"
# MkDocs takes minutes for more, and its time grows faster than its pages: scaled, it is flattered.
SAMPLE = 1000
_LAYOUT = "<!doctype html><title>{{ .Title }}</title><main>{{ .Content }}</main>"
_MATERIAL = "site_name: Benchmark\ntheme: {name: material, font: false}\nplugins: []\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table: a figure, what it is held against, and the most that it may be, if anything."""

    case: str
    figure: str
    against: str = ""
    value: float
    budget: float | None

    @property
    def most(self) -> str:
        """The budget as the table shows it."""
        return "" if self.budget is None else f"{self.budget:.3g}"

    @property
    def verdict(self) -> str:
        """Whether it is within its budget."""
        if self.budget is None:
            return ""
        return "within" if self.value <= self.budget else "**over**"


def main() -> None:
    """Measure, print the table, and keep it where that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--incidents", type=int, default=10_000, help="how many to generate")
    parser.add_argument("--write", action="store_true", help="write RESULTS-site.md")
    options = parser.parse_args()
    rows = list(_measure_all(options.incidents))
    table = _write_table(options.incidents, rows)
    print(table)
    if options.write:
        (HERE / "RESULTS-site.md").write_text(table, encoding="utf-8")


def _measure_all(incidents: int) -> Iterator[Row]:
    repository = prepare(incidents)
    output = repository.parent / "site"
    cold = _build(repository, output, from_nothing=True)
    file = max(repository.glob("incidents/*/*/*/postmortem.md"))
    file.write_text(file.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    changed = _build(repository, output)
    hugo = shutil.which("hugo")
    if hugo:
        peer = _measure_hugo(hugo, repository)
        yield _compare("cold build", cold, "Hugo", peer, budget=0.5)
        yield _compare("one postmortem changed", changed, "Hugo", peer, budget=0.07)
        yield from _measure_libraries(repository, hugo=peer)
    material = _measure_material(repository)
    yield _compare("cold build", cold, f"Material for MkDocs on {SAMPLE:,}, scaled", material, budget=1 / 12)
    peak = max(cold.peak_mib, changed.peak_mib)
    yield Row(case="peak memory of the largest process", figure=f"{peak:.0f} MiB", value=peak, budget=300)
    yield from _weigh_pages(output)
    yield from measure_search(repository, output)


def measure_search(repository: Path, output: Path) -> Iterator[Row]:
    """Measure the index of the largest year, and what a first search fetches."""
    year = measure_year(output, repository.parent)
    yield Row(
        case=f"search index of one year, {year.pages:,} pages",
        figure=f"{year.took.seconds:.1f} s",
        value=year.took.seconds,
        budget=15,
    )
    peak = year.took.peak_mib
    yield Row(case="its peak memory", figure=f"{peak:.0f} MiB", value=peak, budget=1024)
    subprocess.run(_command(output, "--search"), cwd=repository, check=True, stdout=subprocess.DEVNULL)
    fetched = measure_first_search(output) / 1000
    yield Row(case="a first search fetches", figure=f"{fetched:.0f} kB", value=fetched, budget=400)


def _command(output: Path, *options: str) -> list[str | Path]:
    return [TOOL, "site", "build", "--audience", "internal", "--output", output, *options]


def _build(repository: Path, output: Path, *, from_nothing: bool = False) -> Measurement:
    def forget() -> None:
        shutil.rmtree(repository / ".git" / "incidentrepo", ignore_errors=True)
        shutil.rmtree(output, ignore_errors=True)

    before = forget if from_nothing else (lambda: None)
    return measure(_command(output, "--no-search"), cwd=repository, runs=1, before=before, exit_codes=(0,))


def _measure_hugo(hugo: str, repository: Path) -> Measurement:
    """Return what Hugo takes for all postmortems, each a page with a bare layout."""
    source = repository.parent / "hugo"
    layouts = source / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (source / "hugo.toml").write_text("title = 'Benchmark'\n", encoding="utf-8")
    for name in ("single", "list"):
        (layouts / f"{name}.html").write_text(_LAYOUT, encoding="utf-8")
    _copy_postmortems(repository, source / "content" / "incidents", limit=None)

    def forget() -> None:
        shutil.rmtree(source / "public", ignore_errors=True)

    return measure([hugo, "--quiet"], cwd=source, runs=2, before=forget, exit_codes=(0,))


def _measure_material(repository: Path) -> Measurement:
    """Return what MkDocs with Material takes for a sample of the postmortems, scaled to all."""
    source = repository.parent / "material"
    count = _copy_postmortems(repository, source / "docs", limit=SAMPLE)
    (source / "mkdocs.yml").write_text(_MATERIAL, encoding="utf-8")
    (source / "docs" / "index.md").write_text("# Benchmark\n", encoding="utf-8")
    start_up = measure([MKDOCS, "--version"], cwd=source, runs=1)
    took = measure([MKDOCS, "build", "--quiet"], cwd=source, runs=1, exit_codes=(0,))
    everything = len(list(repository.glob("incidents/*/*/*/postmortem.md")))
    return took.scaled(everything / count, start_up=start_up)


def _measure_libraries(repository: Path, *, hugo: Measurement) -> Iterator[Row]:
    """Measure what the libraries that we stand on take by themselves: less than that, no build can."""
    records = measure([sys.executable, HERE / "yaml_alone.py", repository], cwd=HERE, runs=2, exit_codes=(0,))
    yield _compare("PyYAML alone loads the records", records, "Hugo", hugo)
    source = repository.parent / "one-page"
    (source / "docs").mkdir(parents=True)
    (source / "mkdocs.yml").write_text(_MATERIAL, encoding="utf-8")
    (source / "docs" / "index.md").write_text("# Benchmark\n", encoding="utf-8")
    page = measure([MKDOCS, "build", "--quiet"], cwd=source, exit_codes=(0,))
    yield _compare("MkDocs with Material alone, one page", page, "Hugo", hugo)


def _copy_postmortems(repository: Path, folder: Path, *, limit: int | None) -> int:
    folder.mkdir(parents=True)
    files = sorted(repository.glob("incidents/*/*/*/postmortem.md"))[:limit]
    for file in files:
        shutil.copyfile(file, folder / f"{file.parent.name}.md")
    return len(files)


def _weigh_pages(output: Path) -> Iterator[Row]:
    sizes = [len(gzip.compress(file.read_bytes())) / 1000 for file in output.rglob("index.html")]
    for name, size in (("heaviest", max(sizes)), ("median", statistics.median(sizes))):
        yield Row(case=f"{name} page, compressed", figure=f"{size:.1f} kB", value=size, budget=12)


def _compare(
    case: str, ours: Measurement, name: str, peer: Measurement, *, budget: float | None = None
) -> Row:
    ratio = ours.seconds / peer.seconds
    return Row(
        case=case,
        figure=f"{ours.seconds:.2f} s, ratio {ratio:.3g}",
        against=f"{name}: {peer.seconds:.2f} s",
        value=ratio,
        budget=budget,
    )


def _write_table(incidents: int, rows: list[Row]) -> str:
    lines = [
        f"# The internal site of {incidents:,} incidents\n",
        f"Python {platform.python_version()} on {platform.system()}.\n",
        "| case | measured | against | budget | |",
        "|---|---|---|---|---|",
        *(f"| {r.case} | {r.figure} | {r.against} | {r.most} | {r.verdict} |" for r in rows),
        "\nOurs reads every record and its history, and makes lists, boards and charts too.",
        "The peers render the postmortems alone.",
        "What has no budget is what the libraries below ours take by themselves, on all processors.",
        "\nA ratio is of one run. Pages are compressed as a host does it, with gzip.\n",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    main()

"""The records as other programs read them: an index, a file a year, and the schema of these."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from incidentrepo.exports.records.files import (
    INDEX_FILE,
    SCHEMA_FILE,
    Fields,
    write_index,
    write_year,
    year_file,
)
from incidentrepo.resources import resource_folder
from incidentrepo.site.page import Asset, LateAsset

FOLDER = "records/"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyRecord:
    """A record with its year; `describe` gives its fields, only when they are written."""

    year: str
    describe: Callable[[], Fields]


def list_records(records: Iterable[YearlyRecord], *, organisation: str, schema: str) -> tuple[Asset, ...]:
    """Return the index, and the schema of that name as it ships with this version."""
    counts: dict[str, int] = {}
    for record in records:
        counts[record.year] = counts.get(record.year, 0) + 1
    described = resource_folder("schema") / f"{schema}.schema.json"
    return (
        Asset(path=f"{FOLDER}{INDEX_FILE}", data=write_index(counts, organisation=organisation)),
        Asset(path=f"{FOLDER}{SCHEMA_FILE}", data=described.read_bytes()),
    )


def write_records(records: Iterable[YearlyRecord]) -> Iterator[LateAsset]:
    """Yield the file of each year."""
    years: dict[str, list[YearlyRecord]] = {}
    for record in records:
        years.setdefault(record.year, []).append(record)
    for year, shelved in years.items():
        yield LateAsset(path=f"{FOLDER}{year_file(year)}", read=partial(_read_year, year, shelved))


def _read_year(year: str, shelved: Iterable[YearlyRecord]) -> bytes:
    return write_year(year, (record.describe() for record in shelved))

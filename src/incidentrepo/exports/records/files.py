"""The files that records are handed on in; their version changes when a field changes its meaning."""

import json
from collections.abc import Iterable, Mapping

VERSION = 1

INDEX_FILE = "index.json"
SCHEMA_FILE = "schema.json"

Fields = dict[str, object]


def year_file(year: str) -> str:
    """Return the name of the file with the records of that year."""
    return f"{year}.json"


def write_index(counts: Mapping[str, int], *, organisation: str) -> bytes:
    """Return the index: which files there are, and how many records are in each."""
    index = {
        "version": VERSION,
        "organisation": organisation,
        "schema": SCHEMA_FILE,
        "years": [
            {"year": year, "incidents": count, "file": year_file(year)} for year, count in counts.items()
        ],
    }
    return _encode(json.dumps(index, ensure_ascii=False, indent=1))


def write_year(year: str, records: Iterable[Fields]) -> bytes:
    """Return the records of one year, one a line, so that two versions of the file can be compared."""
    lines = ",\n".join(json.dumps(record, ensure_ascii=False, separators=(",", ":")) for record in records)
    head = json.dumps({"version": VERSION, "year": year}, ensure_ascii=False)[:-1]
    return _encode(f'{head}, "incidents": [\n{lines}\n]}}')


def _encode(text: str) -> bytes:
    # A title may hold half a surrogate pair, which is no UTF-8.
    return f"{text}\n".encode(errors="replace")

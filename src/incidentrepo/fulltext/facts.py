"""
By what results can be narrowed: facts of each page, by the name that Pagefind gives its fragment.

Pagefind has filters of its own, which come out in another order each time that it runs.
"""

import gzip
import json
from collections.abc import Mapping
from pathlib import Path

from incidentrepo.fulltext.pagefind import IndexingError

FACTS_FILE = "facts.json"

_NAMES = ("severity", "kind", "year")
# What Pagefind begins each file with: https://github.com/Pagefind/pagefind
_SIGNATURE = b"pagefind_dcd"


def write_facts(index: Path) -> None:
    """Write the facts of all pages in `index` beside them; raise IndexingError where it is not understood."""
    facts = {
        file.name.partition(".")[0]: _read_facts(file) for file in sorted((index / "fragment").iterdir())
    }
    text = json.dumps(facts, ensure_ascii=False, separators=(",", ":"))
    (index / FACTS_FILE).write_text(f"{text}\n", encoding="utf-8")


def _read_facts(fragment: Path) -> Mapping[str, str]:
    try:
        told = json.loads(gzip.decompress(fragment.read_bytes()).removeprefix(_SIGNATURE))["meta"]
        return {name: told[name] for name in _NAMES if name in told}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise IndexingError("this Pagefind writes its index in a way that is not known here") from error

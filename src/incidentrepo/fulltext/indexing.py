"""Keep a built site's index in step with its pages: a shelf whose pages stay is not indexed again."""

import json
import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from incidentrepo.fulltext.facts import write_facts
from incidentrepo.fulltext.pagefind import IndexingError, find_pagefind, make_index, pagefind_version
from incidentrepo.fulltext.shelves import Indexable, Shelf, fill_shelves

FOLDER = "search-index"
"""Where in the site the index lies; nothing else is in there."""

_CONTENTS = "shelves.json"
_STAGE = ".incidentrepo-index-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexed:
    """How many shelves there are, and how many were indexed anew; `failure` says why there are none."""

    shelves: int = 0
    fresh: int = 0
    failure: str = ""


def index_site(site: Path, pages: Iterable[Indexable]) -> Indexed:
    """
    Make the site in the folder `site` searchable by the words of these pages, which lie there.

    Where that fails there is no index, rather than one of pages that are no more: what was withdrawn
    must not be found.
    """
    shelves, folder = tuple(fill_shelves(pages)), site / FOLDER
    _remove_left(site, folder)
    try:
        find_pagefind()
        known = _read_contents(folder)
        stale = [shelf for shelf in shelves if not _is_current(folder, shelf, known)]
        if stale or len(known) != len(shelves):
            _renew(site, shelves, stale)
    except IndexingError as error:
        _keep_only(folder, ())
        return Indexed(failure=str(error))
    return Indexed(shelves=len(shelves), fresh=len(stale))


def _remove_left(site: Path, folder: Path) -> None:
    """Remove the stages of a build that was killed, and a link in the place of the index."""
    for left in site.glob(f"{_STAGE}*"):
        shutil.rmtree(left, ignore_errors=True)
    if folder.is_symlink():
        folder.unlink()


def _renew(site: Path, shelves: Iterable[Shelf], stale: Iterable[Shelf]) -> None:
    folder = site / FOLDER
    _keep_only(folder, {shelf.name for shelf in shelves} - {shelf.name for shelf in stale})
    for shelf in stale:
        _index(site, folder, shelf)
    _write_contents(folder, shelves)


def _index(site: Path, folder: Path, shelf: Shelf) -> None:
    folder.mkdir(exist_ok=True)
    # On the same disk as the site, where a page costs a link and no copy.
    with TemporaryDirectory(prefix=_STAGE, dir=site) as place:
        stage, output = Path(place, "pages"), Path(place, "index")
        for page in shelf.pages:
            file = stage / page.file
            file.parent.mkdir(parents=True, exist_ok=True)
            os.link(site / page.file, file)
        make_index(stage, output)
        write_facts(output)
        output.rename(folder / shelf.name)


def _is_current(folder: Path, shelf: Shelf, known: Mapping[str, object]) -> bool:
    return known.get(shelf.name) == shelf.key and (folder / shelf.name / "pagefind.js").is_file()


def _keep_only(folder: Path, names: Iterable[str]) -> None:
    """Remove all but these shelves, and the list of contents, which is written when all is done."""
    kept = set(names)
    with suppress(FileNotFoundError):
        for path in folder.iterdir():
            if path.name not in kept:
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        if not kept:
            folder.rmdir()


def _read_contents(folder: Path) -> Mapping[str, object]:
    """Return by name what each shelf held when it was indexed, by the Pagefind that is here."""
    try:
        contents = json.loads((folder / _CONTENTS).read_bytes())
        known = {shelf["name"]: shelf["key"] for shelf in contents["shelves"]}
        made_by = contents["pagefind"]
    except (OSError, ValueError, KeyError, TypeError):
        return {}
    return known if made_by == pagefind_version() else {}


def _write_contents(folder: Path, shelves: Iterable[Shelf]) -> None:
    """Say to the page that searches which shelves there are, the newest first."""
    listed = [
        {"name": shelf.name, "pages": len(shelf.pages), "key": shelf.key} for shelf in reversed([*shelves])
    ]
    if listed:
        text = json.dumps({"pagefind": pagefind_version(), "shelves": listed})
        (folder / _CONTENTS).write_text(f"{text}\n", encoding="utf-8")

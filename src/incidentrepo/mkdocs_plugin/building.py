"""Build a site into a folder: all of it or, where anything is wrong, nothing."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from incidentrepo.errors import RefusedError, UsageError
from incidentrepo.fulltext.indexing import FOLDER as INDEX_FOLDER
from incidentrepo.fulltext.indexing import Indexed, index_site
from incidentrepo.mkdocs_plugin.build_log import keep_warnings
from incidentrepo.mkdocs_plugin.claiming import hold_folder, require_own_folder
from incidentrepo.mkdocs_plugin.indexable import list_indexable
from incidentrepo.mkdocs_plugin.mirroring import read_folder
from incidentrepo.mkdocs_plugin.staging import open_stage
from incidentrepo.mkdocs_plugin.writing import write_site
from incidentrepo.site.page import Site
from incidentrepo.site.templating import escape_once
from incidentrepo.store.cache import Cache

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from incidentrepo.mkdocs_plugin.plugin import IncidentRepoPlugin

_BUILT_IN = Path(__file__).with_name("site.yml")
# Zip knows no time before 1980, and a theme may use it.
_EARLIEST = int(datetime(1980, 1, 2, tzinfo=UTC).timestamp())
# Gzip counts seconds in 32 bits, which end on 2106-02-07: RFC 1952, 2.3.1.
_LATEST = 2**32 - 1
# No part of an address (RFC 3986, 2), and a way out of the attribute that a theme puts it in as it is.
_NO_ADDRESS = re.compile(r"""[\x00-\x20"'<>\\^`{|}\x7f]""")


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """
    What a build did.

    `pages` are those made of records; the others count files: written because they differ, reused
    because they do not, and removed. `indexed` is what was made to search their words.
    """

    pages: int
    written: int
    reused: int
    removed: int
    indexed: Indexed


def build_site(
    site: Site,
    *,
    output: Path,
    made_at: datetime,
    site_name: str,
    site_url: str | None = None,
    config_file: Path | None = None,
    cache: Cache | None = None,
    with_index: bool = True,
    tell: Callable[[str], object] = lambda _: None,
) -> BuildReport:
    """
    Make `output` hold `site`, in the look of `config_file` (a mkdocs.yml), else in our own.

    `made_at` is the only date in it, so the same site makes the same bytes at any time. A name and an
    address that `config_file` states stand; `cache` spares the pages that would come out the same.
    `tell` is told what is done next. Without `with_index`, titles alone can be searched.
    Raises RefusedError, and writes nothing, where MkDocs warns of anything, and UsageError where
    `output` holds somebody else's files, or another build writes there.
    """
    require_own_folder(output)
    with open_stage() as place, _build_date(made_at):
        stage, docs = place / "site", place / "docs"
        docs.mkdir()
        settings = _choose_settings(stage, docs, config_file, site_name, site_url)
        tell("Making the frame of all pages")
        plugin = _run_mkdocs(site, config_file or _BUILT_IN, settings)
        with hold_folder(output):
            return _fill(output, stage, plugin, cache=cache, with_index=with_index, tell=tell)


def _fill(
    output: Path,
    stage: Path,
    plugin: "IncidentRepoPlugin",
    *,
    cache: Cache | None,
    with_index: bool,
    tell: Callable[[str], object],
) -> BuildReport:
    """Make `output` hold what MkDocs made in `stage`, all other pages, and the index of their words."""
    site, at = plugin.site, plugin.config.at
    count = len(site.pages) + len(site.late_pages)
    tell(f"Making {count:,} pages")
    beside = f"{at}{INDEX_FOLDER}"
    written = write_site(output, read_folder(stage), site, plugin.shells, cache=cache, beside=beside)
    tell("Indexing their words")
    pages = list_indexable(site.late_pages, written.digests, at) if with_index else ()
    return BuildReport(
        pages=count,
        written=written.mirrored.written,
        reused=written.mirrored.reused,
        removed=written.mirrored.removed,
        indexed=index_site(output / at, pages),
    )


def _choose_settings(
    stage: Path, docs: Path, config_file: Path | None, site_name: str, site_url: str | None
) -> dict[str, Any]:
    """Return what we set of MkDocs' settings, whatever `config_file` says."""
    settings: dict[str, Any] = {"site_dir": os.fspath(stage), "strict": True}
    if config_file is None:
        # Themes write these as they are, and in one place escape them: never twice.
        name = escape_once(site_name)
        settings |= {"site_name": name, "site_url": _encode(site_url), "copyright": name}
    if config_file is None or not _has_docs(config_file):
        settings["docs_dir"] = os.fspath(docs)
    return settings


def _encode(site_url: str | None) -> str | None:
    return site_url and _NO_ADDRESS.sub(lambda found: quote(found[0]), site_url)


def _has_docs(config_file: Path) -> bool:
    """Whether there is a docs folder, or the settings speak of one: MkDocs insists on it, we do not."""
    spoken_of = re.search(r"^(docs_dir|INHERIT)\s*:", config_file.read_text(encoding="utf-8"), re.MULTILINE)
    return bool(spoken_of) or config_file.with_name("docs").is_dir()


def _run_mkdocs(site: Site, config_file: Path, settings: dict[str, Any]) -> "IncidentRepoPlugin":
    # MkDocs takes a third of a second to import, which no other command has to wait for.
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    with keep_warnings() as warnings:
        try:
            config = load_config(os.fspath(config_file), **settings)
            plugin = _find_plugin(config, config_file)
            plugin.hand_over(site)
            build(config)
        except MkDocsException as error:
            said = "\n  ".join(warnings) or error.format_message()
            raise RefusedError(
                f"the site was not built, because MkDocs says:\n  {said}", hint=f"mend it, or {config_file}"
            ) from error
    return plugin


def _find_plugin(config: "MkDocsConfig", config_file: Path) -> "IncidentRepoPlugin":
    from incidentrepo.mkdocs_plugin.plugin import IncidentRepoPlugin

    for plugin in config.plugins.values():
        if isinstance(plugin, IncidentRepoPlugin):
            return plugin
    raise UsageError(
        f"{config_file} does not show incidents", hint="add `- incidentrepo` under `plugins:` there"
    )


@contextmanager
def _build_date(moment: datetime) -> Iterator[None]:
    """Let MkDocs take `moment` for the time of the build, which it reads from the environment alone."""
    name = "SOURCE_DATE_EPOCH"
    before = os.environ.get(name)
    os.environ[name] = str(min(max(_EARLIEST, int(moment.timestamp())), _LATEST))
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before

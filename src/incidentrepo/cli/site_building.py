"""From a repository to a built site, for the commands that build one."""

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

from incidentrepo.errors import UsageError
from incidentrepo.mkdocs_plugin.building import BuildReport, build_site
from incidentrepo.mkdocs_plugin.claiming import SIGN
from incidentrepo.mkdocs_plugin.loading import load_edition
from incidentrepo.mkdocs_plugin.settings import find_settings
from incidentrepo.model.status import Audience
from incidentrepo.site.making import make_site
from incidentrepo.store.cache import open_cache
from incidentrepo.store.clone import Clone, open_clone

# Where records and what goes with them lie, and what hosts read.
_OURS = ("incidents", "library", "templates", ".schema", ".github", ".gitlab")


def build_audience(
    folder: Path,
    audience: Audience,
    *,
    output: Path,
    now: datetime,
    with_index: bool = True,
    tell: Callable[[str], object] = lambda _: None,
) -> BuildReport:
    """
    Build what `audience` may see of the records in `folder`; its own settings of MkDocs set the look.

    `tell` is told what is done next. Without `with_index`, titles alone can be searched.
    Raises UsageError where `output` is a folder of the repository's own.
    """
    clone, settings = open_clone(folder), find_settings(folder, audience)
    _refuse_own_folders(clone, folder, output, is_read_by_mkdocs=settings is not None)
    tell("Reading what has changed")
    edition = load_edition(folder, audience, now=now)
    return build_site(
        make_site(edition),
        output=output,
        made_at=edition.now,
        site_name=edition.site_name,
        site_url=edition.url,
        config_file=settings,
        cache=open_cache(clone),
        with_index=with_index,
        tell=tell,
    )


def _refuse_own_folders(clone: Clone, folder: Path, output: Path, *, is_read_by_mkdocs: bool) -> None:
    """Raise UsageError where a site would lie among what it is made of, or in what is git's."""
    place = _settle(output)
    for taken in (
        *_list_own_folders(clone, folder),
        *_list_docs(folder, is_read_by_mkdocs=is_read_by_mkdocs),
    ):
        if place.is_relative_to(_settle(taken)):
            raise UsageError(
                f"{output} lies in {taken}, which the repository needs for itself",
                hint="name another folder with --output, or leave it out",
            )


def _list_own_folders(clone: Clone, folder: Path) -> Iterator[Path]:
    yield from (clone.git_dir, clone.common_dir)
    yield from (folder / name for name in _OURS)
    yield from (clone.folder / name for name in _OURS if name.startswith("."))


def _list_docs(folder: Path, *, is_read_by_mkdocs: bool) -> Iterator[Path]:
    docs = folder / "docs"
    # A host may show what lies in there: it can be a site, but where MkDocs takes its pages from it.
    if is_read_by_mkdocs or (docs.is_dir() and not (docs / SIGN).exists()):
        yield docs


def _settle(place: Path) -> Path:
    # Not Path.resolve, which breaks at a link to itself.
    return Path(os.path.realpath(place))

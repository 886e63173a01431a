"""From a repository to a built site, for the commands that build one."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from incidentrepo.mkdocs_plugin.building import BuildReport, build_site
from incidentrepo.mkdocs_plugin.loading import load_edition
from incidentrepo.mkdocs_plugin.settings import find_settings
from incidentrepo.model.status import Audience
from incidentrepo.site.making import make_site
from incidentrepo.store.cache import open_cache
from incidentrepo.store.clone import open_clone


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
    """
    tell("Reading what has changed")
    edition = load_edition(folder, audience, now=now)
    return build_site(
        make_site(edition),
        output=output,
        made_at=edition.now,
        site_name=edition.site_name,
        site_url=edition.url,
        config_file=find_settings(folder, audience),
        cache=open_cache(open_clone(folder)),
        with_index=with_index,
        tell=tell,
    )

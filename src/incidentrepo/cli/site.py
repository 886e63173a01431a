"""`site`: build or serve the internal or the public site."""

from datetime import UTC, datetime
from pathlib import Path
from threading import Event, Thread

import click

from incidentrepo.cli.failures import print_error
from incidentrepo.cli.options import one_of
from incidentrepo.cli.progress import show_progress
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.cli.site_building import build_audience
from incidentrepo.errors import IncidentRepoError
from incidentrepo.fulltext.indexing import Indexed
from incidentrepo.model.status import Audience
from incidentrepo.store.clone import root_folder

_AUDIENCE = click.option(
    "--audience",
    type=one_of(Audience),
    default=Audience.INTERNAL,
    show_default=True,
    help="For whom: the organisation, or the world.",
)

_NO_ADDRESS = (
    "Feeds, the calendar and api/v2/ lead nowhere: set `publishing.url` in incidentrepo.yaml to where this "
    "site will be."
)


@click.group()
def site() -> None:
    """The site of the records, for one of two audiences."""


@site.command()
@_AUDIENCE
@click.option(
    "--output", type=click.Path(path_type=Path, file_okay=False), help="Where; else build/AUDIENCE."
)
@click.option(
    "--search/--no-search",
    "with_index",
    default=True,
    show_default=True,
    help="Index every word; else titles alone can be searched.",
)
@pass_session
def build(session: Session, *, audience: str, output: Path | None, with_index: bool) -> None:
    """Build the site; only pages that changed are written."""
    folder = root_folder(session.clone)
    place = output or Path("build", audience)
    with show_progress() as tell:
        report = build_audience(
            folder, Audience(audience), output=place, now=session.now, with_index=with_index, tell=tell
        )
    removed = f", {report.removed} removed" if report.removed else ""
    click.echo(
        f"Built the {audience} site in {place}: {report.pages} pages; "
        f"{report.written} files written, {report.reused} as they were{removed}."
    )
    if with_index:
        click.echo(_describe_search(report.indexed))
    if Audience(audience) is Audience.PUBLIC and not session.config.policy.publishing.url:
        click.echo(_NO_ADDRESS, err=True)


@site.command()
@_AUDIENCE
@pass_session
def address(session: Session, *, audience: str) -> None:
    """Print where the policy says that the site belongs; nothing where it says nothing."""
    publishing = session.config.policy.publishing
    found = publishing.url if Audience(audience) is Audience.PUBLIC else publishing.internal_url
    if found:
        click.echo(found)


@site.command()
@_AUDIENCE
@click.option("--output", type=click.Path(path_type=Path, file_okay=False), help="Where it is built.")
@click.option("--port", type=int, default=8000, show_default=True, help="0 takes any that is free.")
@pass_session
def serve(session: Session, *, audience: str, output: Path | None, port: int) -> None:
    """Build the site, show it on this machine, and follow the files as they change."""
    from incidentrepo.mkdocs_plugin.serving import serve_site
    from incidentrepo.mkdocs_plugin.watching import watch

    folder = root_folder(session.clone)
    place = output or Path("build", audience)

    def rebuild() -> None:
        now = session.now if session.is_now_given else datetime.now(UTC)
        build_audience(folder, Audience(audience), output=place, now=now)

    def follow() -> None:
        try:
            rebuild()
        except IncidentRepoError as error:
            # The last good site stays, and the next change may mend it.
            print_error(error.message, error.hint)

    rebuild()
    stop = Event()
    with serve_site(place, port=port) as server:
        click.echo(f"The {audience} site is at http://127.0.0.1:{server.server_port}/ (stop with Ctrl-C)")
        watcher = Thread(target=watch, args=(folder, follow), kwargs={"stop": stop}, daemon=True)
        watcher.start()
        try:
            server.serve_forever()
        finally:
            stop.set()


def _describe_search(indexed: Indexed) -> str:
    if indexed.failure:
        return f"Search: {indexed.failure}."
    if not indexed.shelves:
        return "Search: there is nothing to find yet."
    indexes = "index" if indexed.shelves == 1 else "indexes"
    return f"Search: {indexed.fresh} of {indexed.shelves} {indexes} made anew."

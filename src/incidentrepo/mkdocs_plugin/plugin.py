"""The MkDocs plugin: gives MkDocs the pages of the navigation, and pours the others itself."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from incidentrepo.errors import IncidentRepoError
from incidentrepo.fulltext.indexing import index_site
from incidentrepo.mkdocs_plugin.build_log import hush_shells
from incidentrepo.mkdocs_plugin.contents import contents_of, describe_page
from incidentrepo.mkdocs_plugin.head import add_to_head
from incidentrepo.mkdocs_plugin.indexable import list_indexable
from incidentrepo.mkdocs_plugin.keeping import digest_page
from incidentrepo.mkdocs_plugin.navigation import (
    add_to_navigation,
    complete_navigation,
    has_only_tabs,
    source_of,
)
from incidentrepo.mkdocs_plugin.options import Options
from incidentrepo.mkdocs_plugin.pouring import listed_paths, move_site, pour_files, pour_late, shell_kinds
from incidentrepo.mkdocs_plugin.security_policy import add_policy
from incidentrepo.mkdocs_plugin.shell import (
    Shell,
    ShellKind,
    UnknownShellError,
    cut_shell,
    frame_content,
    mark_page,
)
from incidentrepo.mkdocs_plugin.sitemap import list_in_sitemap
from incidentrepo.model.status import Audience
from incidentrepo.site.page import LatePage, Page, Site

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

# What Material asks of Google where mkdocs.yml names no font.
_DEFAULT_FONT = {"text": "Roboto", "code": "Roboto Mono"}


class IncidentRepoPlugin(BasePlugin[Options]):  # type: ignore[no-untyped-call]  # MkDocs' own, untyped
    """
    Shows the pages made of records in MkDocs.

    Pages in the navigation are files that MkDocs renders. For all others it renders one page of marks
    a shell, which is kept here, never written, and filled once the build is done.
    """

    def __init__(self) -> None:
        self._handed: Site | None = None
        self._is_serving = False
        self._site = Site(pages=(), assets=())
        self._pages: dict[str, Page] = {}
        self._kinds: dict[str, ShellKind] = {}
        self._shells: dict[ShellKind, Shell] = {}
        self._has_only_tabs = False

    def hand_over(self, site: Site) -> None:
        """Show `site` instead of loading one, and leave it to the caller to write what MkDocs does not."""
        self._handed = site

    @property
    def site(self) -> Site:
        """The site as it lies in its folder, and `shells` what its poured pages are poured into."""
        return self._site

    @property
    def shells(self) -> Mapping[ShellKind, Shell]:
        """What stands around the poured pages, once MkDocs has built."""
        return self._shells

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:  # noqa: ARG002
        """Note whether MkDocs serves: its live reload is a script that no policy names."""
        self._is_serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load the site, and show it in its own style."""
        try:
            site = self._handed or self._load_site()
        except IncidentRepoError as error:
            hint = f"\nhint: {error.hint}" if error.hint else ""
            raise PluginError(f"{error.message}{hint}") from error
        hush_shells()
        self._site = move_site(site, self.config.at)
        self._shells = {}
        self._add_style(config)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages of the navigation, and one page of marks a shell."""
        shells = {f"{kind.name}.md": kind for kind in shell_kinds(self._site)}
        self._kinds = shells
        self._pages = {source: mark_page(kind) for source, kind in shells.items()}
        self._pages.update({source_of(page): page for page in self._site.pages if page.navigation})
        taken = {file.dest_uri for file in files}
        for source, page in self._pages.items():
            if f"{page.path}index.html" in taken:
                raise PluginError(_CLASH.format(path=page.path or "/"))
            files.append(_generate_file(config, source, page))
        if config.nav is not None:
            config.nav = complete_navigation(config.nav, self._listed_pages())
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put our pages in the navigation that MkDocs made itself, where mkdocs.yml has none."""
        if config.nav is None:
            nav = add_to_navigation(nav, self._title_pages(files), in_section=bool(self.config.at))
        self._has_only_tabs = has_only_tabs(nav, config.theme.get("features") or [])
        return nav

    def on_page_content(
        self,
        html: str,
        *,
        page: MkDocsPage,
        config: MkDocsConfig,  # noqa: ARG002
        files: Files,  # noqa: ARG002
    ) -> str:
        """Give a page of ours its content, contents and title."""
        ours = self._pages.get(page.file.src_uri)
        if ours is None:
            return html
        page.meta.update(describe_page(ours, hide_navigation=self._has_only_tabs))
        if page.file.src_uri in self._kinds:
            page.meta["search"] = {"exclude": True}
        page.toc = contents_of(ours)
        return frame_content(ours)

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Say what a page of ours may load and run; keep a page of marks, and write nothing for it."""
        ours = self._pages.get(page.file.src_uri)
        if ours is None:
            return output
        output = add_to_head(
            output, ours, self._site.alternates, site_name=config.site_name, site_url=config.site_url
        )
        if not self._is_serving:
            written = (page.content, page.canonical_url, *_written_of(config))
            output = add_policy(output, written=written, runs_wasm=ours.runs_wasm)
        kind = self._kinds.get(page.file.src_uri)
        if kind is None:
            return output
        try:
            self._shells[kind] = cut_shell(output, kind)
        except UnknownShellError as error:
            raise PluginError(f"{error}, so incidents cannot be shown in it") from error
        return ""

    def on_template_context(
        self,
        context: TemplateContext,
        *,
        template_name: str,
        config: MkDocsConfig,  # noqa: ARG002
    ) -> TemplateContext:
        """Keep the pages of marks out of the sitemap."""
        if template_name == "sitemap.xml":
            context["pages"] = [file for file in context["pages"] if file.src_uri not in self._kinds]
        return context

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """List the poured pages in the sitemap; hold the page of what is not found to the policy of all."""
        if template_name == "sitemap.xml":
            return list_in_sitemap(output_content, listed_paths(self._site), site_url=config.site_url)
        if template_name == "404.html" and not self._is_serving:
            return add_policy(output_content, written=_written_of(config))
        return output_content

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what MkDocs does not, and index it; it has emptied the folder before."""
        if self._handed is not None:
            return
        output = Path(config.site_dir)
        for path, data in pour_files(self._site, self._shells):
            _write(output / path, data)
        digests = {late.path: _write(output / path, data) for late, path, data in self._pour_late()}
        # While somebody writes, titles are enough: an index of words would be made at every change.
        if not self._is_serving:
            pages = list_indexable(self._site.late_pages, digests, self.config.at)
            index_site(output / self.config.at, pages)

    def _pour_late(self) -> Iterator[tuple[LatePage, str, bytes]]:
        for late in self._site.late_pages:
            yield (late, *pour_late(late, self._shells))

    def on_serve(
        self,
        server: "LiveReloadServer",
        /,
        *,
        config: MkDocsConfig,  # noqa: ARG002
        builder: object,  # noqa: ARG002
    ) -> "LiveReloadServer":
        """Build anew when a record changes, or what is written beside the records."""
        folder = Path(self.config.repository)
        for path in sorted((folder / "incidents", *folder.glob("*.yaml"))):
            if path.exists():
                server.watch(str(path))
        return server

    def _load_site(self) -> Site:
        from incidentrepo.mkdocs_plugin.loading import load_edition
        from incidentrepo.site.making import make_site

        edition = load_edition(
            Path(self.config.repository),
            Audience(self.config.audience),
            now=self.config.now or datetime.now(UTC),
            history=self.config.history,
        )
        return make_site(edition)

    def _title_pages(self, files: Files) -> Iterator[MkDocsPage]:
        for page in self._listed_pages():
            file = files.get_file_from_path(source_of(page))
            if file is not None and file.page is not None:
                file.page.title = page.navigation
                yield file.page

    def _listed_pages(self) -> tuple[Page, ...]:
        return tuple(page for page in self._site.pages if page.navigation)

    def _add_style(self, config: MkDocsConfig) -> None:
        for asset in self._site.assets:
            # What lies deeper is loaded by the pages that need it.
            if Path(asset.path).parent != Path(self.config.at, "assets"):
                continue
            if asset.path.endswith(".css"):
                config.extra_css.append(asset.path)
            elif asset.path.endswith(".js"):
                config.extra_javascript.append(asset.path)
        if config.theme.name == "material" and config.theme.get("font") == _DEFAULT_FONT:
            config.theme["font"] = False


def _written_of(config: MkDocsConfig) -> tuple[str | None, ...]:
    """Return what the policy, or who wrote mkdocs.yml, has said of the site, which no page escapes again."""
    return (config.site_url, config.site_name, config.site_description, config.site_author)


def _write(file: Path, data: bytes) -> str:
    """Write a file, and return the digest of what is in it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return digest_page(data)


_CLASH = """\
the docs folder has a page at {path}, where a page made of records goes
hint: set `at: incidents/` under `incidentrepo:` in mkdocs.yml, or move your page"""


def _generate_file(config: MkDocsConfig, source: str, page: Page) -> File:
    file = File.generated(config, source, content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.dest_uri = f"{page.path}index.html"
    return file

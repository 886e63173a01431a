"""Building a site into a folder."""

import logging
import os
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from incidentrepo.errors import RefusedError, UsageError
from incidentrepo.fulltext.indexing import Indexed
from incidentrepo.mkdocs_plugin.building import BuildReport, build_site
from incidentrepo.mkdocs_plugin.mirroring import read_folder
from incidentrepo.site.page import Site
from tests.mkdocs_plugin.synthetic import INCIDENT, SITE

AT = datetime(2026, 11, 2, 12, tzinfo=UTC)


def build(site: Site, output: Path, *, at: datetime = AT, config_file: Path | None = None) -> BuildReport:
    return build_site(
        site,
        output=output,
        made_at=at,
        site_name="Firm",
        site_url="https://example.org/status/",
        config_file=config_file,
    )


def write_settings(folder: Path, text: str) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(text, encoding="utf-8")
    return folder / "mkdocs.yml"


def test_pages_of_both_sorts(tmp_path: Path) -> None:
    """
    A page that MkDocs rendered and a poured one look alike: theme, title, address, policy and all.
    """
    report = build(SITE, tmp_path)

    rendered = (tmp_path / "policy/index.html").read_text(encoding="utf-8")
    poured = (tmp_path / "incidents/2026-11-02-a/index.html").read_text(encoding="utf-8")
    assert report.pages == 4
    assert "<title>How we do this here - Firm</title>" in rendered
    assert "<title>&quot;A&quot; &amp; &lt;b&gt; - Firm</title>" in poured
    assert '<meta name="description" content="One in ten failed.">' in poured
    assert '<link rel="canonical" href="https://example.org/status/incidents/2026-11-02-a/">' in poured
    assert INCIDENT.html in poured
    for html, root in ((rendered, "../"), (poured, "../../")):
        assert 'http-equiv="Content-Security-Policy"' in html
        assert f'href="{root}assets/records.css"' in html
        assert 'href="#content-start" class="md-skip"' in html
        assert 'data-md-component="toc"' in html
        assert html.count("<h1") == 1


def test_no_mark_is_left(tmp_path: Path) -> None:
    """
    The pages of marks are nowhere: not in a page, the sitemap, nor as a file.
    """
    build(SITE, tmp_path)

    assert not [path for path, data in read_folder(tmp_path) if b"k7q2xw5v3m" in data or "k7q2" in path]


def test_sitemap(tmp_path: Path) -> None:
    """
    The sitemap lists every page once.
    """
    build(SITE, tmp_path)

    sitemap = (tmp_path / "sitemap.xml").read_text(encoding="utf-8")
    assert [line.strip() for line in sitemap.splitlines() if "<loc>" in line] == [
        f"<loc>https://example.org/status/{path}</loc>"
        for path in ("", "policy/", "incidents/2026-11-02-a/", "lists/2026/")
    ]


def test_only_our_style(tmp_path: Path) -> None:
    """
    A style sheet among the evidence is a file to look at; no page uses it.
    """
    build(SITE, tmp_path)

    assert b"evidence/style.css" not in (tmp_path / "index.html").read_bytes()
    assert (tmp_path / "incidents/2026-11-02-a/evidence/style.css").exists()


def test_nothing_changed(tmp_path: Path) -> None:
    """
    An unchanged site writes nothing the second time.
    """
    first = build(SITE, tmp_path)

    second = build(SITE, tmp_path)

    assert second == BuildReport(pages=4, written=0, reused=first.written, removed=0, indexed=Indexed())


def test_one_page_changed(tmp_path: Path) -> None:
    """
    A change of one incident writes one file; a page that is gone goes.
    """
    build(SITE, tmp_path)
    other = replace(INCIDENT, html="<h1>B</h1>", headings=())
    changed = replace(SITE, pages=(*SITE.pages[:2], other), late_pages=())

    report = build(changed, tmp_path)

    # The sitemap, and its compressed twin, name the page that is gone.
    assert (report.written, report.removed) == (3, 1)
    assert not (tmp_path / "lists").exists()


def test_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The same site is the same bytes, whatever the folder, the zone, the language and the day.
    """
    build(SITE, tmp_path / "one")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    time.tzset()
    before = os.umask(0o077)

    build(SITE, tmp_path / "elsewhere" / "two")

    os.umask(before)
    monkeypatch.undo()
    time.tzset()
    assert dict(read_folder(tmp_path / "one")) == dict(read_folder(tmp_path / "elsewhere" / "two"))


def test_long_ago(tmp_path: Path) -> None:
    """
    A site whose latest news is older than what file formats can say is built all the same.
    """
    assert build(SITE, tmp_path, at=datetime(1969, 7, 20, tzinfo=UTC)).pages == 4


def test_environment(tmp_path: Path) -> None:
    """
    Nothing is left behind in the environment, nor in the log.
    """
    build(SITE, tmp_path)

    assert "SOURCE_DATE_EPOCH" not in os.environ
    assert logging.getLogger("mkdocs").propagate


def test_no_other_host(tmp_path: Path) -> None:
    """
    No page loads anything from another host.
    """
    build(SITE, tmp_path)

    for path, data in read_folder(tmp_path):
        if path.endswith(".html"):
            for attribute in (b'src="http', b'rel="stylesheet" href="http', b"fonts.g", b"preconnect"):
                assert attribute not in data, path


def test_own_settings(tmp_path: Path) -> None:
    """
    A mkdocs.yml of the user's own rules the look, and its pages stand beside ours; fonts stay local.
    """
    settings = write_settings(
        tmp_path / "repository",
        "site_name: Ours\ntheme: {name: material, palette: {primary: teal}}\nplugins: [incidentrepo]\n"
        "nav: [incidentrepo, {Guide: guide.md}]\n",
    )
    settings.with_name("docs").joinpath("guide.md").write_text("# How to\n", encoding="utf-8")

    build(SITE, tmp_path / "site", config_file=settings)

    poured = (tmp_path / "site/incidents/2026-11-02-a/index.html").read_text(encoding="utf-8")
    assert 'data-md-color-primary="teal"' in poured
    assert "<title>&quot;A&quot; &amp; &lt;b&gt; - Ours</title>" in poured
    assert 'href="../../guide/"' in poured
    assert "fonts.googleapis" not in poured
    guide = (tmp_path / "site/guide/index.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" not in guide


def test_settings_without_docs(tmp_path: Path) -> None:
    """
    Settings that only change the look need no docs folder; one that they name has to be there.
    """
    settings = write_settings(
        tmp_path / "repository", "site_name: Ours\ntheme: {name: material}\nplugins: [incidentrepo]\n"
    )
    settings.with_name("docs").rmdir()

    assert build(SITE, tmp_path / "site", config_file=settings).pages == 4

    with settings.open("a", encoding="utf-8") as file:
        file.write("docs_dir: gone\n")
    with pytest.raises(RefusedError, match="gone"):
        build(SITE, tmp_path / "site", config_file=settings)


def test_below_a_folder(tmp_path: Path) -> None:
    """
    `at` puts our pages below a folder of a site that has a home of its own.
    """
    settings = write_settings(
        tmp_path / "repository",
        "site_name: Ours\ntheme: {name: material}\nplugins: [{incidentrepo: {at: firm}}]\n",
    )
    settings.with_name("docs").joinpath("index.md").write_text("# Welcome\n", encoding="utf-8")

    build(SITE, tmp_path / "site", config_file=settings)

    poured = (tmp_path / "site/firm/incidents/2026-11-02-a/index.html").read_text(encoding="utf-8")
    assert 'href="../../../firm/assets/records.css"' in poured
    assert 'href="../../../firm/policy/"' in poured
    assert "Welcome" in (tmp_path / "site/index.html").read_text(encoding="utf-8")


def test_two_homes(tmp_path: Path) -> None:
    """
    A page of the user's where one of ours goes is refused, with the way out.
    """
    settings = write_settings(
        tmp_path / "repository", "site_name: Ours\ntheme: {name: material}\nplugins: [incidentrepo]\n"
    )
    settings.with_name("docs").joinpath("index.md").write_text("# Welcome\n", encoding="utf-8")

    with pytest.raises(RefusedError, match="the docs folder has a page at /"):
        build(SITE, tmp_path / "site", config_file=settings)


def test_without_the_plugin(tmp_path: Path) -> None:
    """
    A mkdocs.yml that does not name the plugin is refused, rather than a site without incidents built.
    """
    settings = write_settings(tmp_path / "repository", "site_name: Ours\nplugins: []\n")

    with pytest.raises(UsageError, match="does not show incidents"):
        build(SITE, tmp_path / "site", config_file=settings)


def test_a_warning_publishes_nothing(tmp_path: Path) -> None:
    """
    Where MkDocs warns of anything, the site stays as it was and the warning is told.
    """
    settings = write_settings(
        tmp_path / "repository",
        "site_name: Ours\ntheme: {name: material}\nplugins: [incidentrepo]\nnav: [incidentrepo, gone.md]\n",
    )
    build(SITE, tmp_path / "site")
    before = dict(read_folder(tmp_path / "site"))

    with pytest.raises(RefusedError, match=r"gone\.md"):
        build(SITE, tmp_path / "site", config_file=settings)
    assert dict(read_folder(tmp_path / "site")) == before


def test_somebody_elses_folder(tmp_path: Path) -> None:
    """
    A folder that holds other files is refused, and stays as it is.
    """
    (tmp_path / "thesis.txt").touch()

    with pytest.raises(UsageError, match="not a site of ours"):
        build(SITE, tmp_path)


def test_not_found(tmp_path: Path) -> None:
    """
    The page of what is not found runs under the same policy as all others.
    """
    build(SITE, tmp_path)

    missing = (tmp_path / "404.html").read_text(encoding="utf-8")
    assert "Content-Security-Policy" in missing
    assert "unsafe-inline" not in missing

"""Building a site whose policy or records hold what nobody would expect."""

from pathlib import Path

import pytest

from incidentrepo.errors import UsageError
from incidentrepo.mkdocs_plugin.building import build_site
from incidentrepo.mkdocs_plugin.claiming import hold_folder
from incidentrepo.mkdocs_plugin.mirroring import read_folder
from tests.mkdocs_plugin.synthetic import SITE
from tests.mkdocs_plugin.test_building import AT, build


def test_name_of_the_site(tmp_path: Path) -> None:
    """
    An organisation may be called as it likes: its name is text, wherever the theme shows it.
    """
    build_site(SITE, output=tmp_path, made_at=AT, site_name="<script>alert(1)</script> & Co")

    html = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co</title>" in html
    assert "<script>alert" not in html
    assert "&amp;amp;" not in html


def test_address_of_the_site(tmp_path: Path) -> None:
    """
    An address is one in every page, whatever is in it: nothing of it runs, nor is let run.
    """
    evil = 'https://a.example/"><script>alert(1)</script>'

    for folder, address in (("plain", "https://a.example/"), ("evil", evil)):
        build_site(SITE, output=tmp_path / folder, made_at=AT, site_name="Firm", site_url=address)

    pages = [path for path, _ in read_folder(tmp_path / "plain") if path.endswith(".html")]
    for path in pages:
        plain, html = ((tmp_path / folder / path).read_text(encoding="utf-8") for folder in ("plain", "evil"))
        assert "<script>alert" not in html
        assert html.count("'sha256-") == plain.count("'sha256-"), path
    assert pages


@pytest.mark.parametrize("year", (1, 1969, 1979, 2106, 9999))
def test_any_year(tmp_path: Path, year: int) -> None:
    """
    A public site is dated by what the world was told last, which may be a mistyped year: it is built.
    """
    assert build(SITE, tmp_path, at=AT.replace(year=year, month=12)).pages == 4


def test_another_build(tmp_path: Path) -> None:
    """
    While another build writes there nothing is written, and the person is told.
    """
    with hold_folder(tmp_path), pytest.raises(UsageError, match=r"^another build is writing in "):
        build(SITE, tmp_path)

    assert [path for path, _ in read_folder(tmp_path)] == [".incidentrepo-site"]

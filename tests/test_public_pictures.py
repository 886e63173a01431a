"""Which evidence the world may see: the pictures that `public.md` shows, under names that tell nothing."""

import re
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from incidentrepo.model.edition import PublicIncident
from incidentrepo.pictures.cleaning import clean_picture
from incidentrepo.public_edition import redact_for_the_public
from incidentrepo.public_pictures import hide_names
from incidentrepo.site.making import make_site
from tests.folders import FOLDER, INCIDENT, RECORD, load
from tests.pictures.making import TOKEN, make_png, png_chunk, sample

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
HEAD = "---\ntitle: Some payments failed\nslug: payments\n---\n"
CHART = make_png(png_chunk(b"tEXt", b"Author\0" + TOKEN))


def told(folder: Path, text: str, *, visibility: str = "public", **evidence: bytes) -> PublicIncident:
    """Return the incident as the world sees it, with this text and these files of evidence."""
    files: dict[str, str | bytes] = {
        INCIDENT: f"{RECORD}visibility: {visibility}\n",
        f"{FOLDER}/public.md": HEAD + text,
        **{f"{FOLDER}/evidence/{name}.png": data for name, data in evidence.items()},
    }
    (incident,) = redact_for_the_public(load(folder, files), now=NOW).incidents
    return incident


@pytest.mark.parametrize(
    ("text", "shown"),
    (
        ("![a](evidence/chart.png)", "![a](NAME)"),
        ('![a](./evidence/chart.png "b")', '![a](NAME "b")'),
        ("![a](<evidence/chart.png>)", "![a](NAME)"),
        ("![a](evidence/%63hart.png)", "![a](NAME)"),
        ("![a][b]\n\n[b]: evidence/chart.png", "![a][b]\n\n[b]: NAME"),
        ("![a](evidence/chart.png) ![b](evidence/chart.png)", "![a](NAME) ![b](NAME)"),
    ),
)
def test_a_name_that_tells_nothing(tmp_path: Path, text: str, shown: str) -> None:
    """
    However a picture is named, the world gets one file, called after what it shows, without the rest.
    """
    incident = told(tmp_path, text, chart=CHART)

    (picture,) = incident.pictures
    assert re.fullmatch(r"pictures/[0-9a-f]{16}\.png", picture.path)
    assert incident.body == shown.replace("NAME", picture.path)
    assert picture.read() == clean_picture(CHART).data


def test_same_picture_same_name(tmp_path: Path) -> None:
    """
    What was written beside the pixels does not change the name.
    """
    other = make_png(png_chunk(b"tEXt", b"Author\0somebody else"))
    names = {
        told(tmp_path / str(number), "![a](evidence/chart.png)", chart=data).pictures[0].path
        for number, data in enumerate((CHART, other, make_png()))
    }

    assert len(names) == 1


@pytest.mark.parametrize(
    "text",
    (
        "![a](evidence/missing.png)",
        "![a](evidence/../incident.yaml)",
        "![a](evidence/../../2026-11-03-other/evidence/chart.png)",
        "![a](/evidence/chart.png)",
        "![a](https://example.org/chart.png)",
        "![a](data:image/png;base64,AAAA)",
        "![a](evidence/log.png)",
        "`![a](evidence/chart.png)`",
        "[a](evidence/chart.png)",
    ),
)
def test_nothing_else_is_shown(tmp_path: Path, text: str) -> None:
    """
    What is no picture of this incident's evidence is not published, and stays as it is written.
    """
    incident = told(tmp_path, text, chart=CHART, log=b"password=NotReal26")

    assert incident.pictures == ()
    assert incident.body == text


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    """
    A symlink in `evidence/` is no picture, wherever it leads.
    """
    (tmp_path / "elsewhere.png").write_bytes(CHART)
    evidence = tmp_path / "repository" / FOLDER / "evidence"
    evidence.mkdir(parents=True)
    (evidence / "chart.png").symlink_to(tmp_path / "elsewhere.png")

    assert told(tmp_path / "repository", "![a](evidence/chart.png)").pictures == ()


def test_withdrawn(tmp_path: Path) -> None:
    """
    With the page its pictures are taken back.
    """
    incident = told(tmp_path, "![a](evidence/chart.png)", visibility="withdrawn", chart=CHART)

    assert incident.pictures == ()


def test_on_the_site(tmp_path: Path) -> None:
    """
    The page shows its pictures, which lie beside it; the file's own name stands nowhere.
    """
    text = "![a](evidence/chart.png) ![b](evidence/photo.png)"
    told(tmp_path, text, chart=CHART, photo=sample("photograph.jpg"))
    site = make_site(redact_for_the_public(load(tmp_path, {}), now=NOW))

    page = next(page for page in site.make_pages() if page.path == "incidents/payments/")
    shown = re.findall(r'<img src="([^"]*)"', page.html)
    beside = [one.path for one in site.late_assets if one.path.startswith(page.path)]
    assert [f"incidents/payments/{path}" for path in sorted(shown)] == beside
    assert [path.rpartition(".")[2] for path in shown] == ["png", "jpg"]
    assert "chart" not in page.html
    assert all(TOKEN not in asset.read() for asset in site.late_assets)


def test_a_name_is_no_leak() -> None:
    """
    What a picture is called inside is not told, so it gives nothing away; all else keeps its place.
    """
    text = "![db7](evidence/db7.internal.png) ![b][c]\n\n[c]: ./evidence/ada.png\n![d](https://db7.internal/e.png)\n"

    assert hide_names(text) == text.replace("evidence/db7.internal.png", " " * 25).replace(
        "./evidence/ada.png", " " * 18
    )


def test_one_picture_many_times(tmp_path: Path) -> None:
    """
    A megabyte of one picture is looked at once, and renamed within a second.
    """
    started = time.process_time()

    incident = told(tmp_path, "![a](evidence/chart.png)\n" * 40_000, chart=CHART)

    assert time.process_time() - started < 2
    assert (len(incident.pictures), incident.body.count("(pictures/")) == (1, 40_000)
    assert "evidence" not in hide_names("![a](evidence/chart.png)\n" * 40_000)

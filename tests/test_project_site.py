"""The project's own site: mkdocs.yml at the top, with the guide and the example."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).parents[1]
LOADED = re.compile(
    r'<(?:script|img|iframe|source)[^>]*\bsrc="(?:https?:)?//'
    r'|<link rel="(?:stylesheet|preconnect)"[^>]*href="http'
)


@pytest.mark.slow
@pytest.mark.parametrize("tool", ("mkdocs", "properdocs"))
def test_strict_build(tool: str, tmp_path: Path) -> None:
    """
    MkDocs, and its successor, have nothing to warn of, and no page loads anything from another host.
    """
    done = subprocess.run(
        [sys.executable, "-m", tool, "build", "-f", "mkdocs.yml", "--quiet", "--site-dir", str(tmp_path)],
        cwd=TOP,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=120,
    )

    assert (done.stdout, done.stderr, done.returncode) == ("", "", 0)
    for page in (
        "index.html",
        "example/index.html",
        "example/lists/2026/index.html",
        "rules/duplicate-id/index.html",
    ):
        assert (tmp_path / page).is_file(), page
    assert not (tmp_path / "generate.py").exists()
    for file in tmp_path.rglob("*.html"):
        assert not LOADED.search(file.read_text(encoding="utf-8")), file

"""Blame in real postmortems: a rule about words that cries wolf is switched off."""

from pathlib import Path

import pytest

from incidentrepo.model.people import NOBODY
from incidentrepo.rules.blame_language import find_blame

PUBLISHED = Path(__file__).parents[3] / "shared/data/postmortems"


def test_published_postmortems() -> None:
    """
    Of 156 postmortems that were published it speaks of one sentence, which quotes what not to ask.
    """
    if not PUBLISHED.exists():
        pytest.skip("the published postmortems are not here")
    texts = [path.read_text(encoding="utf-8") for path in sorted(PUBLISHED.rglob("*.md"))]

    found = [text[slice(*span)] for text in texts for span in find_blame(text, NOBODY)]

    assert found == ["developer forgot to"]

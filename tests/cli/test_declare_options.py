"""What options of `declare` go together, and what it says to those that do not."""

import json
from pathlib import Path

import pytest

from tests.changes.test_filed_issue import ISSUE
from tests.cli.calling import call
from tests.git_repository import GitRepository

NOW = "2026-11-23T09:20:00Z"


@pytest.mark.parametrize("words", (("Payments",), ("-k", "near-miss"), ("-k", "incident")), ids=str)
def test_own_words_beside(incidents: GitRepository, tmp_path: Path, words: tuple[str, ...]) -> None:
    """
    An issue says all of it: a title or a kind beside it is refused.
    """
    event = tmp_path / "event.json"
    event.write_text(json.dumps(ISSUE), encoding="utf-8")

    done = call(incidents.path, "declare", *words, "--from-issue", str(event), now=NOW)

    assert done.code == 2
    assert "leave out all but --from-issue and --answer" in done.err
    assert list(incidents.path.glob("incidents/*/*/*")) == []


def test_answer_without_an_issue(incidents: GitRepository, tmp_path: Path) -> None:
    """
    An answer to nobody is refused, and nothing is declared.
    """
    done = call(
        incidents.path, "declare", "Mail", "-s", "SEV3", "--answer", str(tmp_path / "answer.md"), now=NOW
    )

    assert done.code == 2
    assert "give --from-issue FILE with it" in done.err
    assert list(incidents.path.glob("incidents/*/*/*")) == []

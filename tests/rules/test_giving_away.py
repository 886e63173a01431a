"""What must not be told is found before anything is built for the world."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from incidentrepo.rules.giving_away import find_given_away, list_names
from tests.folders import FOLDER, INCIDENT, RECORD, load

NOW = datetime(2026, 11, 10, tzinfo=UTC)
HEAD = "---\ntitle: Some payments failed\nslug: payments\n---\n"
SECRET = "We logged in with password=hunter2a.\n"
ID = FOLDER.rsplit("/", 1)[-1]


def given_away(folder: Path, text: str, *, visibility: str = "public", policy: str = "") -> list[str]:
    files: dict[str, str | bytes] = {
        INCIDENT: f"{RECORD}visibility: {visibility}\n",
        f"{FOLDER}/public.md": HEAD + text,
    }
    if policy:
        files["incidentrepo.yaml"] = policy
    repository = load(folder, files)
    return [found.rule for found in find_given_away(repository, names=list_names(repository), now=NOW)]


@pytest.mark.parametrize(
    ("text", "rules"),
    (
        (SECRET, ["secret-in-public-text"]),
        ("It ran on 10.0.0.7.\n", ["internal-host-in-public-text"]),
        (f"Inside it is {ID}.\n", ["internal-id-in-public-text"]),
        ("Some payments failed for an hour.\n", []),
    ),
)
def test_public_page(tmp_path: Path, text: str, rules: list[str]) -> None:
    """
    An error in a public page's text is found; an honest page has none.
    """
    assert given_away(tmp_path, text) == rules


def test_addresses_of_what_was_withdrawn(tmp_path: Path) -> None:
    """
    A page stays at each of its addresses, which are read as long as it does.
    """
    policy = "schema_version: 1\norganisation: {name: Tern}\npublishing: {denied_terms: [payments]}\n"

    assert given_away(tmp_path, SECRET, visibility="withdrawn", policy=policy) == [
        "denied-term-in-public-text"
    ]


@pytest.mark.parametrize("visibility", ("internal", "withdrawn"))
def test_what_nobody_reads(tmp_path: Path, visibility: str) -> None:
    """
    What is not public, or no longer, stands in no build's way.
    """
    assert given_away(tmp_path, SECRET, visibility=visibility) == []

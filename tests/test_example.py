"""The example repository: it passes its own check, replays to the byte, and tells the world no secret."""

import base64
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from incidentrepo.changes.example import example_commits
from incidentrepo.checks import check_repository
from incidentrepo.cli.demo import NOW
from incidentrepo.cli.site_building import build_audience
from incidentrepo.config.loading import load_config
from incidentrepo.model.policy import Level
from incidentrepo.model.status import Audience, FollowUpStatus, Kind, Status, Visibility
from incidentrepo.repository import Repository, load_repository
from incidentrepo.store.folder import folder_snapshot
from incidentrepo.store.replaying import replay_commits
from tests.source_tree import TOP

EXAMPLE = TOP / "example-repo"
INTERNAL_WORDS = (TOP / "tests" / "example_internal_words.txt").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def example() -> Repository:
    return load_repository(folder_snapshot(EXAMPLE))


@pytest.fixture(scope="module")
def replayed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as a git repository with its history."""
    folder = tmp_path_factory.mktemp("example") / "repository"
    people = load_config(folder_snapshot(EXAMPLE)).people
    replay_commits(folder, example_commits(EXAMPLE, people))
    return folder


@pytest.fixture(scope="module")
def public_site(replayed: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("site") / "public"
    build_audience(replayed, Audience.PUBLIC, output=output, now=NOW)
    return output


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".git" not in path.relative_to(folder).parts
    }


def spellings(word: str) -> Iterator[bytes]:
    """Yield a word as it may hide in a page, an address or a data file."""
    for text in (word, word.lower(), word.upper()):
        yield text.encode()
        yield quote(text).encode()
        yield base64.b64encode(text.encode())[:-4] or text.encode()


def test_no_errors(example: Repository) -> None:
    """
    It passes its own check; what time has brought are warnings.
    """
    findings = check_repository(example, now=NOW)

    assert [finding for finding in findings if finding.level is Level.ERROR] == []


def test_something_of_everything(example: Repository) -> None:
    """
    A reader finds every kind, severity and status, and six incidents that the world may read.
    """
    incidents = [record.incident for record in example.records]

    assert len(incidents) >= 30
    assert {incident.kind for incident in incidents} == set(Kind)
    assert {incident.status for incident in incidents} == set(Status)
    assert {incident.severity for incident in incidents} == set(example.policy.severities)
    assert sum(incident.visibility is Visibility.PUBLIC for incident in incidents) == 6
    ended = {follow_up.status for incident in incidents for follow_up in incident.follow_ups}
    assert ended == set(FollowUpStatus)


def test_replay_ends_as_it_stands(replayed: Path) -> None:
    """
    The last commits leave every file as it stands in the folder, to the byte.
    """
    told = files_of(EXAMPLE)
    del told["history.yaml"]

    assert {path: data for path, data in files_of(replayed).items() if path in told} == told


def test_nothing_internal_is_public(public_site: Path) -> None:
    """
    No byte of the public site holds one of the example's internal words, plain or encoded.
    """
    found = {
        (word, path)
        for path, data in files_of(public_site).items()
        for word in INTERNAL_WORDS
        if any(spelling in data for spelling in spellings(word))
    }

    assert found == set()


def test_internal_words_are_there(example: Repository) -> None:
    """
    Each internal word really stands in the internal records, or the search above could not fail.
    """
    everything = b"\n".join(files_of(EXAMPLE).values()).decode("utf-8", "replace").casefold()

    assert [word for word in INTERNAL_WORDS if word.casefold() not in everything] == []
    assert len(INTERNAL_WORDS) > 100
    assert example.records


def test_internal_changes_leave_the_public_site_alone(
    replayed: Path, public_site: Path, tmp_path: Path
) -> None:
    """
    A repository that differs in internal matter alone gives the same public site, to the byte.
    """
    changed = tmp_path / "repository"
    shutil.copytree(replayed, changed)
    for record in changed.glob("incidents/*/*/*/incident.yaml"):
        text = record.read_text(encoding="utf-8")
        if "visibility: public" not in text and "visibility: withdrawn" not in text:
            shutil.rmtree(record.parent)
            continue
        title = next(line for line in text.splitlines() if line.startswith("title: "))
        record.write_text(text.replace(title, "title: Something else altogether"), encoding="utf-8")
    (changed / "people.yaml").write_text("mallory: {name: Mallory}\n", encoding="utf-8")

    build_audience(changed, Audience.PUBLIC, output=tmp_path / "public", now=NOW)

    assert files_of(tmp_path / "public") == files_of(public_site)

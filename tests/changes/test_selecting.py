import pytest

from incidentrepo.changes.selecting import (
    find_duplicates,
    find_follow_up,
    list_incident_folders,
    select_folder,
)
from incidentrepo.errors import NothingToCheck, UsageError
from incidentrepo.store.disk import DiskFiles
from tests.git_repository import GitRepository

CHECKOUT = "incidents/2026/11/2026-11-02-checkout-errors"
MAIL = "incidents/2026/11/2026-11-05-mail-is-late"
OLD = "incidents/undated/mail-lost"


@pytest.fixture
def files(repository: GitRepository) -> DiskFiles:
    repository.write(f"{CHECKOUT}/incident.yaml", "status: open\nfollow_ups:\n  - id: fabcdefg2\n")
    repository.write(
        f"{MAIL}/incident.yaml", "status: closed\nrelated: {duplicate_of: 2026-11-02-checkout-errors}\n"
    )
    repository.write(f"{OLD}/incident.yaml", "status: resolved\naliases:\n  - OPS-17\n")
    repository.write("incidents/README.md", "no incident")
    return DiskFiles(repository.path)


def test_oldest_first(files: DiskFiles) -> None:
    """
    Folders are listed by name alone; other files beside them are none.
    """
    assert list_incident_folders(files) == (OLD, CHECKOUT, MAIL)


@pytest.mark.parametrize(
    ("words", "folder"),
    (
        ("2026-11-02-checkout-errors", CHECKOUT),
        ("Checkout", CHECKOUT),
        ("11-05", MAIL),
        ("mail-lost", OLD),
        ("OPS-17", OLD),
        (None, CHECKOUT),
    ),
)
def test_the_one_meant(files: DiskFiles, words: str | None, folder: str) -> None:
    """
    An id, a part that fits one only, an alias, or nothing where one only is open.
    """
    assert select_folder(files, words) == folder


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    (
        ("mail", "'mail' fits 2 incidents", "2026-11-05-mail-is-late, mail-lost"),
        ("2026-11-05-mail-is-lost", "no incident fits", "did you mean 2026-11-05-mail-is-late"),
        ("zebra", "no incident fits 'zebra'", "`incidentrepo list` shows them all"),
    ),
)
def test_none_or_several(files: DiskFiles, words: str, message: str, hint: str) -> None:
    """
    Where none or several fit, the nearest are named, the latest first.
    """
    with pytest.raises(UsageError, match=message) as caught:
        select_folder(files, words)

    assert caught.value.hint.startswith(hint)


def test_nothing_open(files: DiskFiles, repository: GitRepository) -> None:
    """
    Where more than one burns it has to be named; where none does, the one that is not closed is meant.
    """
    repository.write(f"{MAIL}/incident.yaml", "status: 'mitigated'\n")
    with pytest.raises(UsageError, match="2 incidents are open or mitigated: say which"):
        select_folder(files, None)

    repository.write(f"{MAIL}/incident.yaml", "status: closed\n")
    repository.write(f"{CHECKOUT}/incident.yaml", "status: resolved\n")
    with pytest.raises(UsageError, match="2 incidents are resolved and not closed: say which"):
        select_folder(files, None)

    repository.write(f"{CHECKOUT}/incident.yaml", "status: closed\n")
    assert select_folder(files, None) == OLD

    repository.write(f"{OLD}/incident.yaml", "status: closed\n")
    with pytest.raises(UsageError, match="no incident is open"):
        select_folder(files, None)


@pytest.mark.parametrize("words", (None, "checkout"))
def test_none_there(repository: GitRepository, words: str | None) -> None:
    """
    Where there is no incident at all, or not even a policy, the way to the first one is told.
    """
    files = DiskFiles(repository.path)
    with pytest.raises(NothingToCheck, match=r"there is no incidentrepo\.yaml in "):
        select_folder(files, words)

    repository.write("incidentrepo.yaml", "schema_version: 1\n")
    with pytest.raises(UsageError, match="there is no incident yet"):
        select_folder(files, words)


def test_what_points_at_it(files: DiskFiles) -> None:
    """
    Duplicates of an incident, and the owner of a follow-up, are found by what files say.
    """
    assert find_duplicates(files, "2026-11-02-checkout-errors") == (MAIL,)
    assert find_duplicates(files, "2026-11-02-checkout") == ()
    assert find_follow_up(files, "fabcdefg2") == CHECKOUT
    assert find_follow_up(files, "fabcdefg3") is None

from incidentrepo.store.clone import open_clone
from incidentrepo.store.remotes import read_setting, remote_address
from tests.store.real_repository import Repository


def test_no_remote(repository: Repository) -> None:
    """
    Without a remote there is no address, and a setting that is not there is empty.
    """
    clone = open_clone(repository.folder)

    assert (remote_address(clone), read_setting(clone, "incidentrepo.nothing")) == ("", "")


def test_origin_first(repository: Repository) -> None:
    """
    Of several remotes it is `origin`, else the first.
    """
    clone = open_clone(repository.folder)
    repository.git("remote", "add", "backup", "https://example.org/backup.git")
    only = remote_address(clone)
    repository.git("remote", "add", "origin", "https://example.org/origin.git")

    assert (only, remote_address(clone)) == (
        "https://example.org/backup.git",
        "https://example.org/origin.git",
    )

from pathlib import Path

import pytest

from incidentrepo.store.clone import open_clone
from incidentrepo.store.hooks import Installed, install_hook, read_hook
from tests.store.real_repository import Repository


def install(folder: Path) -> Installed:
    return install_hook(open_clone(folder), tool="/opt/in cident/repo")


def test_clone(repository: Repository) -> None:
    """
    In a clone the hook runs before a commit, and can be run.
    """
    installed = install(repository.folder)

    assert installed == Installed(path=repository.folder / ".git/hooks/pre-commit", is_new=True)
    assert installed.path.read_text().endswith("\nexec incidentrepo hook pre-commit\n")
    assert installed.path.stat().st_mode & 0o111


def test_server(repository: Repository, tmp_path: Path) -> None:
    """
    On a server it runs before a push is taken, by the full path: the PATH there is short.
    """
    server = repository.clone(tmp_path / "server.git", "--bare")

    installed = install(server.folder)

    assert installed.path == server.folder / "hooks/pre-receive"
    assert installed.path.read_text().endswith("\nexec '/opt/in cident/repo' hook pre-receive\n")


def test_twice(repository: Repository) -> None:
    """
    A second time nothing is written, and nothing is to be done.
    """
    path = install(repository.folder).path
    before = path.read_bytes()

    assert install(repository.folder) == Installed(path=path, is_new=False)
    assert path.read_bytes() == before


@pytest.mark.parametrize("is_link", (False, True))
def test_existing(repository: Repository, tmp_path: Path, *, is_link: bool) -> None:
    """
    A hook that exists stays as it is, also one that is a link to nowhere; the line to add is told.
    """
    path = repository.folder / ".git/hooks/pre-commit"
    path.parent.mkdir(exist_ok=True)
    if is_link:
        path.symlink_to(tmp_path / "nowhere")
    else:
        path.write_text("#!/bin/sh\nmake lint\n")

    installed = install(repository.folder)

    assert installed.line_to_add == "incidentrepo hook pre-commit || exit"
    assert path.is_symlink() if is_link else path.read_text() == "#!/bin/sh\nmake lint\n"
    assert not (tmp_path / "nowhere").exists()


def test_hooks_path(repository: Repository) -> None:
    """
    The hook is put where git looks for it.
    """
    repository.git("config", "core.hooksPath", ".githooks")

    assert install(repository.folder).path == repository.folder / ".githooks/pre-commit"


def test_hooks_path_of_all_repositories(repository: Repository, tmp_path: Path) -> None:
    """
    Into a folder that other repositories share nothing is written.
    """
    repository.git("config", "core.hooksPath", str(tmp_path / "shared"))

    installed = install(repository.folder)

    assert (installed.is_new, installed.line_to_add) == (False, "incidentrepo hook pre-commit || exit")
    assert not (tmp_path / "shared").exists()


def test_work_tree(repository: Repository, tmp_path: Path) -> None:
    """
    All work trees of a repository have their hooks in one place.
    """
    repository.git("worktree", "add", "--quiet", str(tmp_path / "other"))

    assert install(tmp_path / "other").path == repository.folder / ".git/hooks/pre-commit"


def test_subfolder(repository: Repository) -> None:
    """
    A hook runs at the top of the repository, and is told where the records are.
    """
    repository.write("ops/our incidents/incidentrepo.yaml", "x\n")

    installed = install(repository.folder / "ops/our incidents")

    assert installed.path.read_text().endswith(
        "\nexec incidentrepo hook pre-commit --root 'ops/our incidents'\n"
    )


def test_read_hook(repository: Repository) -> None:
    """
    A hook's text is that of the one that git would run: none before there is one, nor of one that cannot run.
    """
    clone = open_clone(repository.folder)
    before = read_hook(clone)
    installed = install(repository.folder)
    path, text = read_hook(clone)
    path.chmod(0o644)

    assert (before, path) == ((installed.path, ""), installed.path)
    assert "incidentrepo hook pre-commit" in text
    assert read_hook(clone) == (path, "")

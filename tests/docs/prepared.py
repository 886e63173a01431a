"""What a reader has before the first line of a page, where that is more than an empty folder."""

from collections.abc import Callable
from pathlib import Path

from tests.git_repository import GitRepository

_OWNERS = "* @acme/shop\n/deploy/ @acme/platform\n"
_CI = """\
name: CI
on: [pull_request]
permissions: {}
jobs:
  test:
    runs-on: ubuntu-latest
    steps:
      - run: make test
"""


def prepare_shop(home: Path) -> None:
    """Leave a shop's repository with two years of history, CI, owners and a remote in `home`."""
    shop = GitRepository.init(home / "shop")
    shop.write(".github/workflows/ci.yml", _CI)
    shop.write(".github/CODEOWNERS", _OWNERS)
    shop.write(".gitignore", "/build/\n")
    for month in range(24):
        shop.write("src/shop.py", f"RELEASE = {month}\n")
        year, number = divmod(2024 * 12 + 10 + month, 12)
        shop.commit(f"Release {month}", at=f"{year}-{number + 1:02}-15T10:00:00+00:00")
    shop.clone(home / "shop.git", bare=True)
    shop.git("remote", "add", "origin", str(home / "shop.git"))
    shop.git("fetch", "--quiet", "origin")
    shop.git("remote", "set-head", "origin", "main")
    # The reader is who commits.
    shop.git("config", "--unset", "user.name")
    shop.git("config", "--unset", "user.email")


# Page -> what prepares its reader's home.
PREPARED: dict[str, Callable[[Path], None]] = {"adopting": prepare_shop}

"""What git's complaints mean."""

import pytest

from incidentrepo.errors import NothingToCheck, StoreError
from incidentrepo.store.failures import explain_failure


@pytest.mark.parametrize(
    ("output", "message"),
    (
        (
            "fatal: Unable to create '/r/.git/index.lock': File exists.",
            "another git is at work here: /r/.git/index.lock exists",
        ),
        (
            "fatal: cannot do a partial commit during a cherry-pick.",
            "a cherry-pick is in progress, so this change cannot be committed by itself",
        ),
        (
            "error: Committing is not possible because you have unmerged files.",
            "files are in conflict, so nothing can be committed",
        ),
        ("fatal: ambiguous argument 'HEAD': unknown revision", "the repository has no commit yet"),
        ("fatal: ambiguous argument 'x': unknown revision", "no revision 'x' in this repository"),
        ("error: unable to write file: No space left on device", "the disk is full"),
        ("warning: w\nfatal: something new\nhint: h", "`git commit` failed: something new"),
        ("", "`git commit` failed: it said nothing"),
    ),
)
def test_messages(output: str, message: str) -> None:
    """
    What is known is said in our words, with a hint; what is not, in git's own.
    """
    error = explain_failure(("commit", "-m", "x"), output.encode())

    assert (type(error), error.message) == (StoreError, message)
    assert bool(error.hint) != message.startswith("`git")


def test_settings_are_not_the_command() -> None:
    """
    What is named is git's command, not the settings that stand before it.
    """
    error = explain_failure(("-c", "core.abbrev=no", "commit", "--only"), b"a hook said no")

    assert error.message == "`git commit` failed: a hook said no"


def test_nothing_to_check() -> None:
    """
    Where there is no repository, there is nothing to check.
    """
    error = explain_failure(("status",), b"fatal: not a git repository (or any parent): .git\xff")

    assert isinstance(error, NothingToCheck)

"""What all snapshots share."""

import pytest

from incidentrepo.store.snapshot import FileMode, parse_mode


@pytest.mark.parametrize(
    ("text", "mode"),
    (
        ("100644", FileMode.FILE),
        ("100664", FileMode.FILE),
        ("100755", FileMode.EXECUTABLE),
        ("120000", FileMode.SYMLINK),
        ("160000", FileMode.SUBMODULE),
    ),
)
def test_modes(text: str, mode: FileMode) -> None:
    """
    Every mode that git has written has its meaning, the group-writable one of old trees too.
    """
    assert parse_mode(text) is mode

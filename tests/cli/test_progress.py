import io
import sys

import pytest

from incidentrepo.cli.progress import show_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    On a terminal the words are shown, and gone at the end.
    """
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")

    with show_progress() as tell:
        tell("Making 3 pages")

    assert "Making 3 pages" in terminal.getvalue()


def test_elsewhere(capsys: pytest.CaptureFixture[str]) -> None:
    """
    In a log there is none of it.
    """
    with show_progress() as tell:
        tell("Making 3 pages")

    assert capsys.readouterr() == ("", "")

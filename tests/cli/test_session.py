"""What every command of one call shares."""

import subprocess
import sys

from tests.cli.calling import succeed
from tests.git_repository import GitRepository


def test_commands_at_once(incidents: GitRepository) -> None:
    """
    What several people note at the same moment is all there, each as a commit of its own.
    """
    succeed(incidents.path, "declare", "Checkout answers 500", "-s", "SEV3")
    program = "from incidentrepo.cli.main import main; main()"
    words = ("-C", str(incidents.path), "note", "checkout")
    running = [
        subprocess.Popen([sys.executable, "-c", program, *words, f"seen by {name}"]) for name in "abcd"
    ]

    assert [command.wait(timeout=60) for command in running] == [0, 0, 0, 0]

    told = succeed(incidents.path, "show", "checkout")
    assert all(f"seen by {name}" in told for name in "abcd")
    assert incidents.git("rev-list", "--count", "HEAD") == "6\n"
    assert incidents.git("status", "--porcelain") == ""

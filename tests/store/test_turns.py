"""One changing command at a time."""

import subprocess
import sys

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import open_clone
from incidentrepo.store.turns import take_turn
from tests.store.real_repository import Repository


def test_second_waits_in_vain(repository: Repository) -> None:
    """
    Whoever comes second while the first is at work is told so, and changes nothing.
    """
    clone = open_clone(repository.folder)

    with (
        take_turn(clone),
        pytest.raises(StoreError, match="another incidentrepo"),
        take_turn(clone, limit=0.1),
    ):
        pass


def test_turns_end(repository: Repository) -> None:
    """
    A turn ends with its block, also when that fails; git sees nothing of it.
    """
    clone = open_clone(repository.folder)

    with pytest.raises(ZeroDivisionError), take_turn(clone):
        _ = 1 / 0

    with take_turn(clone, limit=0):
        assert repository.git("status", "--porcelain") == ""


def test_nothing_is_lost(repository: Repository) -> None:
    """
    Processes that each read a file and write it with one more line lose none.
    """
    file = repository.write("count", "")
    program = (
        "import sys, time\n"
        "from pathlib import Path\n"
        "from incidentrepo.store.clone import open_clone\n"
        "from incidentrepo.store.turns import take_turn\n"
        "folder = Path(sys.argv[1])\n"
        "with take_turn(open_clone(folder)):\n"
        "    text = (folder / 'count').read_text()\n"
        "    time.sleep(0.02)\n"
        "    (folder / 'count').write_text(text + 'x')\n"
    )
    writers = [subprocess.Popen([sys.executable, "-c", program, str(repository.folder)]) for _ in range(8)]

    assert [writer.wait(timeout=60) for writer in writers] == [0] * 8
    assert file.read_text() == "x" * 8

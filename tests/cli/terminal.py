"""A pseudo terminal in which somebody answers."""

import os
import pty
import subprocess
import sys
import threading
from pathlib import Path


def ask(folder: Path, *arguments: str, typed: str) -> str:
    """Run one command in a pseudo terminal in which somebody types, and return what it showed."""
    leader, follower = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "CI"} | {"TERM": "xterm"}
    script = "from incidentrepo.cli.main import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", script, "-C", str(folder), "--now", "2026-11-22T09:14:00Z", *arguments],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=environment,
        close_fds=True,
    )
    os.close(follower)
    shown: list[bytes] = []

    def listen() -> None:
        try:
            while data := os.read(leader, 4096):
                shown.append(data)
        except OSError:
            # Linux says so when the other side is gone.
            return

    listener = threading.Thread(target=listen)
    listener.start()
    os.write(leader, typed.encode())
    assert process.wait(timeout=60) == 0, b"".join(shown).decode()
    listener.join(timeout=10)
    os.close(leader)
    return b"".join(shown).decode()

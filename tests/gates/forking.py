"""Runs `incidentrepo` in a process of its own each time, forked from one that has it imported already."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

from incidentrepo.cli.commands import COMMANDS
from incidentrepo.cli.main import run
from tests.source_tree import TOP

_CLIENT = """\
#!{python} -IS
import array, json, os, socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.connect({address!r})
    streams = array.array("i", (0, 1, 2))
    server.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, streams)])
    call = [[*{options!r}, *sys.argv[1:]], os.getcwd(), dict(os.environ)]
    server.sendall(json.dumps(call).encode())
    server.shutdown(socket.SHUT_WR)
    sys.exit(server.recv(1)[0])
"""


@contextmanager
def forking(address: Path) -> Iterator[None]:
    """Serve calls at this socket while what is inside runs."""
    server = subprocess.Popen([sys.executable, "-m", __name__, str(address)], cwd=TOP)
    try:
        end = time.monotonic() + 30
        while not address.exists():
            assert server.poll() is None, "the server of calls has ended"
            assert time.monotonic() < end, "the server of calls has not started"
            time.sleep(0.02)
        yield
    finally:
        server.kill()
        server.wait()


def write_client(program: Path, address: Path, *options: str) -> None:
    """Write a program that passes its call on to the server, with `options` before all that it is given."""
    program.parent.mkdir(parents=True, exist_ok=True)
    text = _CLIENT.format(python=sys.executable, address=str(address), options=options)
    program.write_text(text, encoding="utf-8")
    program.chmod(0o755)


def serve(address: str) -> None:
    for known in COMMANDS.values():
        import_module(f"incidentrepo.cli.{known.module}")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address)
        listener.listen(64)
        while True:
            connection, _ = listener.accept()
            if os.fork() == 0:
                _answer(connection)
            connection.close()
            with suppress(ChildProcessError):
                while os.waitpid(-1, os.WNOHANG)[0]:
                    pass


def _answer(connection: socket.socket) -> None:
    """Run one call with the caller's streams, folder and environment, and end."""
    _, streams, _, _ = socket.recv_fds(connection, 1, 3)
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    sent = b"".join(iter(lambda: connection.recv(1 << 16), b""))
    arguments, folder, environment = json.loads(sent)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    code = 4
    try:
        code = run(arguments)
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        connection.sendall(bytes([code]))
        os._exit(0)


if __name__ == "__main__":
    serve(sys.argv[1])

"""The guards around every test stand."""

import os
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.guards import NetworkError


@pytest.mark.parametrize("address", (("192.0.2.1", 80), ("2001:db8::1", 80)))
def test_no_connection_leaves(address: tuple[str, int]) -> None:
    """
    A connection to another host is refused before a packet is sent.
    """
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET

    with socket.socket(family) as connection, pytest.raises(NetworkError):
        connection.connect(address)


def test_no_name_is_looked_up() -> None:
    """
    A name of another host is not asked for.
    """
    with pytest.raises(NetworkError):
        socket.getaddrinfo("example.org", 443)


def test_loopback_is_open() -> None:
    """
    A server of the test's own can be reached.
    """
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(server.getsockname()) as client,
    ):
        assert client.getpeername() == server.getsockname()


def test_home_is_nobodys() -> None:
    """
    The home folder is a fresh one, made for this run.
    """
    assert Path.home().name.startswith("incidentrepo-home-")
    assert not (Path.home() / ".gitconfig").exists()


def test_git_knows_no_settings() -> None:
    """
    Git sees neither the user's settings nor the machine's, and no repository is forced on it.
    """
    done = subprocess.run(
        ["git", "config", "--list", "--show-scope"], capture_output=True, check=True, cwd="/", text=True
    )

    assert done.stdout == ""
    assert sorted(name for name in os.environ if name.startswith("GIT_")) == [
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_SYSTEM",
    ]


def test_the_zone_is_odd() -> None:
    """
    Local time is 45 minutes off the hour, here and in the programs that are started.
    """
    code = "import time; print(time.strftime('%z', time.localtime(1_000_000_000)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)

    assert (time.strftime("%z", time.localtime(1_000_000_000)), done.stdout) == ("+0545", "+0545\n")

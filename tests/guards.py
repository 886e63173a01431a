"""What no test may lean on: the network, the user's folder and settings, the machine's time zone."""

import ipaddress
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Nobody's own: 45 minutes off the hour, so that a forgotten zone shows.
ODD_ZONE = "Asia/Kathmandu"


class NetworkError(RuntimeError):
    """A test wanted to leave this machine."""


def is_loopback(host: object) -> bool:
    """Return whether a host of a socket's address is this machine; names are, if they need no look-up."""
    if host in (None, "", "localhost", b"localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host)).is_loopback
    except ValueError:
        return False


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Raises NetworkError where Python is about to look up or reach another host."""
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg"):
        address = arguments[1]
        # A UNIX socket's address is a path; a connected socket sends without one.
        if isinstance(address, tuple) and not is_loopback(address[0]):
            raise NetworkError(f"{event} {address!r}: tests stay on loopback")
    elif event in ("socket.getaddrinfo", "socket.gethostbyname") and not is_loopback(arguments[0]):
        raise NetworkError(f"{event} {arguments[0]!r}: tests stay on loopback")


@contextmanager
def clean_environment() -> Iterator[None]:
    """
    Run what is inside with an empty home, no settings of git, and an odd time zone.

    It holds for the programs that are started, too. Those that honour a proxy are sent to a closed port.
    """
    before = dict(os.environ)
    home = Path(tempfile.mkdtemp(prefix="incidentrepo-home-"))
    for name in [name for name in before if name.startswith(("GIT_", "XDG_", "INCIDENTREPO_"))]:
        del os.environ[name]
    nowhere = "http://127.0.0.1:9"
    os.environ |= {
        "HOME": str(home),
        "TZ": ODD_ZONE,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "http_proxy": nowhere,
        "https_proxy": nowhere,
        "no_proxy": "localhost,127.0.0.1,::1",
    }
    time.tzset()
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
        time.tzset()
        shutil.rmtree(home, ignore_errors=True)


def guard_process() -> None:
    """Refuse the network from here on; what is installed so cannot be taken out again."""
    sys.addaudithook(refuse_network)

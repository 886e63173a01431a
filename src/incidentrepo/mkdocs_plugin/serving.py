"""Show a built site on this machine, and nowhere else."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, BinaryIO

from incidentrepo.errors import UsageError

HOST = "127.0.0.1"
PORT = 8000
_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})


@contextmanager
def serve_site(folder: Path, *, host: str = HOST, port: int = PORT) -> Iterator[ThreadingHTTPServer]:
    """
    Give a server that shows `folder`; port 0 takes any that is free, told by `server_port`.

    The caller lets it `serve_forever`, here or in a thread. Raises UsageError where the port is taken.
    """
    handler = partial(_Handler, directory=os.fspath(folder), names=_LOCAL_NAMES | {host})
    try:
        server = _Server((host, port), handler)
    except OSError as error:
        raise UsageError(
            f"cannot serve at {host}:{port}: {(error.strerror or str(error)).lower()}",
            hint="name another port with --port",
        ) from error
    with server:
        yield server


class _Server(ThreadingHTTPServer):
    """One that a browser may leave at any time, and ask for many files at once."""

    daemon_threads = True
    # A browser asks for many files of a page at once, and Python lets five of them wait.
    request_queue_size = 128

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing of a reader who went on to another page before this one was all there."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(SimpleHTTPRequestHandler):
    """Files, silently; what is not there is the site's own page for that."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, directory: str, names: frozenset[str]) -> None:
        self._names = names
        super().__init__(*arguments, directory=directory)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Open what is asked for."""
        # A name of somebody else's that leads here would let their page read this site.
        # https://en.wikipedia.org/wiki/DNS_rebinding
        if not self._is_asked_by_name():
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        return super().send_head()

    def _is_asked_by_name(self) -> bool:
        host = self.headers.get("Host", "").lower()
        name = host if host.endswith("]") else host.rpartition(":")[0] or host
        return name in self._names

    def list_directory(self, path: str | os.PathLike[str]) -> io.BytesIO | None:  # noqa: ARG002
        """Refuse: a site has no lists of files."""
        self.send_error(HTTPStatus.NOT_FOUND)
        return None

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the site's own page where nothing is found."""
        missing = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not missing.is_file():
            super().send_error(code, message, explain)
            return
        body = missing.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def end_headers(self) -> None:
        """Add what a page cannot say of itself, and that it may change at any time."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: the terminal is the command's."""

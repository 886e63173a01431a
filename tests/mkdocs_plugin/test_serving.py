"""Showing a built site on this machine."""

from collections.abc import Iterator
from http.client import HTTPConnection, HTTPResponse
from http.server import ThreadingHTTPServer
from pathlib import Path
from socket import socket
from threading import Thread

import pytest

from incidentrepo.errors import UsageError
from incidentrepo.mkdocs_plugin.serving import serve_site


@pytest.fixture
def server(tmp_path: Path) -> Iterator[ThreadingHTTPServer]:
    (tmp_path / "site/policy").mkdir(parents=True)
    (tmp_path / "site/empty").mkdir()
    (tmp_path / "site/policy/index.html").write_bytes(b"policy")
    (tmp_path / "site/404.html").write_bytes(b"nothing here")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    with serve_site(tmp_path / "site", port=0) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def get(server: ThreadingHTTPServer, path: str, *, host: str = "localhost:1") -> tuple[HTTPResponse, bytes]:
    connection = HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.request("GET", path, headers={"Host": host})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def test_a_page(server: ThreadingHTTPServer) -> None:
    """
    A folder's page is shown, is asked for anew each time, and cannot be put in a frame.
    """
    response, body = get(server, "/policy/")

    assert (response.status, body) == (200, b"policy")
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("path", ("/gone/", "/empty/", "/../secret.txt", "/%2e%2e/secret.txt"))
def test_nothing_there(server: ThreadingHTTPServer, path: str) -> None:
    """
    What is not in the site gets the site's own page for that: no list of files, no way out.
    """
    response, body = get(server, path)

    assert (response.status, body) == (404, b"nothing here")


@pytest.mark.parametrize("host", ("localhost", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:80"))
def test_own_names(server: ThreadingHTTPServer, host: str) -> None:
    """
    This machine's names for itself are answered.
    """
    assert get(server, "/policy/", host=host)[0].status == 200


@pytest.mark.parametrize("host", ("evil.example", "evil.example:8000", "localhost.evil.example", ""))
def test_another_name(server: ThreadingHTTPServer, host: str) -> None:
    """
    A page elsewhere whose name was made to lead here cannot read the site.
    """
    response, body = get(server, "/policy/", host=host)

    assert response.status == 421
    assert b"policy" not in body


def test_port_in_use(server: ThreadingHTTPServer, tmp_path: Path) -> None:
    """
    A port that another program has is an error with the way out.
    """
    with pytest.raises(UsageError, match="already in use"), serve_site(tmp_path, port=server.server_port):
        pass


@pytest.mark.parametrize(
    ("error", "is_told"), ((BrokenPipeError(), False), (ConnectionResetError(), False), (OSError(), True))
)
def test_a_reader_who_goes_on(
    server: ThreadingHTTPServer, capsys: pytest.CaptureFixture[str], error: OSError, *, is_told: bool
) -> None:
    """
    Of a page that somebody left before it was all there nothing is said; of a fault of ours it is.
    """
    with socket() as left:
        try:
            raise error
        except OSError:
            server.handle_error(left, ("127.0.0.1", 1))

    assert (type(error).__name__ in capsys.readouterr().err) is is_told

"""The browser that looks at pages reaches this machine alone."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from tests.chromium import Pages


class Hello(BaseHTTPRequestHandler):
    """Answers everything with one page, which asks another host for a picture."""

    def do_GET(self) -> None:
        body = b"<!doctype html><title>Hello</title><img src='http://192.0.2.1/far.png'>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def test_other_hosts_are_counted_and_refused(pages: Pages) -> None:
    """
    A page on loopback loads, and what it asks of another host is refused and told.
    """
    with HTTPServer(("127.0.0.1", 0), Hello) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = pages.open(width=390)
        page.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="networkidle")
        server.shutdown()

    assert page.title() == "Hello"
    assert pages.outside == ["http://192.0.2.1/far.png"]
    pages.outside.clear()

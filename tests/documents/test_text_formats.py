"""Texts that only look like a time, a day or a zone are refused."""

import re

import pytest

from incidentrepo.documents.text_formats import FORMATS


@pytest.mark.parametrize(
    ("name", "text"),
    (
        ("time-text", "2026-11-02T09:14:00Z"),
        ("time-text", "2026-11-02T09:14+01:00"),
        ("time-text", "2021"),
        ("day", "2028-02-29"),
        ("timezone", "Europe/Berlin"),
        ("web-address", "https://status.example.org:8443/here/"),
        ("web-address", "http://[2001:db8::1]/"),
    ),
)
def test_real_ones_pass(name: str, text: str) -> None:
    """
    What is in the calendar and on the map passes.
    """
    FORMATS[name](text)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    (
        ("time-text", "2026-02-30", "2026-02-30 does not exist in the calendar or on the clock"),
        (
            "time-text",
            "0000-01-01T00:00:00Z",
            "0000-01-01T00:00:00Z does not exist in the calendar or on the clock",
        ),
        (
            "time-text",
            "2026-02-29T10:00:00Z",
            "2026-02-29T10:00:00Z does not exist in the calendar or on the clock",
        ),
        ("day", "2026-02", "it must be a day like 2026-11-02"),
        ("timezone", "Europe/Atlantis", "no time zone has that name; one looks like Europe/Berlin"),
        *(
            ("timezone", name, "it would be another zone on another machine; one looks like Europe/Berlin")
            for name in ("localtime", "right/UTC")
        ),
        *(
            ("web-address", text, "it must name a host, as https://status.example.org does")
            for text in ("https://[bad", "https:///status", "https://:80/", "https://a.example:99999/")
        ),
        ("timezone", "../../etc/passwd", "no time zone has that name; one looks like Europe/Berlin"),
    ),
)
def test_others_are_explained(name: str, text: str, message: str) -> None:
    """
    What does not exist raises, and the message says why.
    """
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        FORMATS[name](text)

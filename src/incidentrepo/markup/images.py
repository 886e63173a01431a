"""The images that Markdown shows."""

import re
from html import unescape
from urllib.parse import unquote

from incidentrepo.markup.engine import to_html

_IMAGE = re.compile(r"<img src=\"([^\"]*)\"")


def shown_addresses(text: str) -> frozenset[str]:
    """Return the addresses of the images that a page with `text` shows, without percent-encoding."""
    if "![" not in text:
        return frozenset()
    return frozenset(unquote(unescape(address)) for address in _IMAGE.findall(to_html(text)))

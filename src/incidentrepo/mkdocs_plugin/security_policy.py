"""What a page made of records may run, load and tell others, said to the browser in the page itself."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256

_DIRECTIVES = (
    "default-src 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
)
# An internal page's address names the incident: no other site that it links to is told.
_REFERRER = '<meta name="referrer" content="same-origin">'
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
_STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL)
_CHARSET = re.compile(r"<meta charset=[^>]*>")


def add_policy(html: str, *, written: Iterable[str | None], runs_wasm: bool = False) -> str:
    """
    Return the rendered page with a content security policy that allows its theme's scripts and styles alone.

    `written` is what people wrote, as it stands in the page: a script in there is not among the theme's,
    and does not run.
    With `runs_wasm` such a program is let run, and nothing else is evaluated.
    A page that does not say its character set, before which nothing may stand, is left as it is.
    """
    theme = html
    for text in written:
        # What holds no tag is in the theme's own words too: a site may be called "e".
        if text and "<" in text:
            theme = theme.replace(text, "")
    wasm = ("'wasm-unsafe-eval'",) if runs_wasm else ()
    scripts = " ".join(("script-src 'self'", *_hash_all(_inline_scripts(theme)), *wasm))
    styles = " ".join(("style-src 'self'", *_hash_all(_STYLE.findall(theme))))
    policy = "; ".join((*_DIRECTIVES, styles, scripts))
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _CHARSET.sub(lambda found: found[0] + tag + _REFERRER, html, count=1)


def _inline_scripts(html: str) -> Iterator[str]:
    for attributes, script in _SCRIPT.findall(html):
        # Blocks of data are not run, and need no leave.
        if "src=" not in attributes and "json" not in attributes:
            yield script


def _hash_all(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        digest = b64encode(sha256(text.encode()).digest()).decode()
        yield f"'sha256-{digest}'"

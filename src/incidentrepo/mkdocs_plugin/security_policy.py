"""What a page made of records may run, load and tell others, said to the browser in the page itself."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

# A style sheet cannot reach another host under the other lines, and themes set styles in place.
_DIRECTIVES = (
    "default-src 'none'",
    "style-src 'self' 'unsafe-inline'",
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
_CHARSET = re.compile(r"<meta charset=[^>]*>")


def add_policy(html: str, *, content: str, runs_wasm: bool = False) -> str:
    """
    Return the rendered page with a content security policy that allows its theme's scripts alone.

    `content` is what people wrote: a script in there is not among the theme's, and does not run.
    With `runs_wasm` such a program is let run, and nothing else is evaluated.
    A page that does not say its character set, before which nothing may stand, is left as it is.
    """
    hashes = " ".join(_hash_scripts(html.replace(content, "")))
    wasm = " 'wasm-unsafe-eval'" if runs_wasm else ""
    policy = "; ".join((*_DIRECTIVES, f"script-src 'self' {hashes}".rstrip() + wasm))
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    return _CHARSET.sub(lambda found: found[0] + tag + _REFERRER, html, count=1)


def _hash_scripts(html: str) -> Iterator[str]:
    for attributes, script in _SCRIPT.findall(html):
        # Blocks of data are not run, and need no leave.
        if "src=" not in attributes and "json" not in attributes:
            digest = b64encode(sha256(script.encode()).digest()).decode()
            yield f"'sha256-{digest}'"

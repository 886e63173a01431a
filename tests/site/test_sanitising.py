import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from incidentrepo.site.markdown import render_article, render_text
from incidentrepo.site.sanitising import sanitise

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href=" &#14; javascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    '<a href="//host.example/x">x</a>',
    '<img src="//host.example/x.png">',
    '<img src="https://host.example/x.png" srcset="https://host.example/y.png 2x">',
    "<svg><animate onbegin=alert(1)></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>",
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<div style="background:url(https://host.example/x)">x</div>',
    '<p id="__config">x</p>',
    '<p class="md-header">x</p>',
    '<form action="https://host.example"><input name=q></form>',
    '<input type="image" src="https://host.example/x.png">',
    '<meta http-equiv="refresh" content="0;url=https://host.example">',
    "<details open ontoggle=alert(1)>x</details>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "[x](javascript:alert(1))",
    "![x](https://host.example/x.png)",
    "[x](<java\tscript:alert(1)>)",
    '[x](https://a.example "onmouseover=alert(1)")',
    '<https://a.example/"onmouseover="alert(1)>',
    "```<script>\n</code></pre><script>alert(1)</script>\n```",
)
CORPUS = Path(__file__).resolve().parents[3] / "shared" / "data" / "hostile" / "xss"


class Reader(HTMLParser):
    """Collects what a browser would see that must not be there."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {
            "script",
            "style",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "form",
            "meta",
            "link",
            "base",
        }:
            self.faults.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in {"style", "srcset", "srcdoc", "action", "formaction"}:
                self.faults.append(f"{tag} {name}")
            if name in {"href", "src"} and not re.match(
                r"(?:https?://|mailto:|#h-)", value or "", re.IGNORECASE
            ):
                self.faults.append(f"{tag} {name}={value}")
            if name == "src":
                self.faults.append(f"{tag} {name}")
            if name == "id" and not (value or "").startswith("h-"):
                self.faults.append(f"id {value}")


def faults_of(html: str) -> list[str]:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader.faults


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payloads(payload: str) -> None:
    """
    What people write cannot run, call another host, or take the place of the theme's own parts.
    """
    assert faults_of(sanitise(payload)) == []
    assert faults_of(sanitise(payload, prefix="h-")) == []
    assert faults_of(render_article(payload, prefix="h-").html) == []
    assert faults_of(render_text(payload)) == []


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpora of payloads are not here")
def test_corpora() -> None:
    """
    The payloads that other sanitisers are tested with do no better.
    """
    files = [file for file in sorted(CORPUS.rglob("*")) if file.is_file()]
    texts = [file.read_text(encoding="utf-8", errors="replace") for file in files]
    lines = [line for text in texts for line in text.splitlines() if line.strip()]

    assert len(lines) > 100
    faulty = {
        line: found
        for line in lines
        if (
            found := faults_of(sanitise(line, prefix="h-"))
            + faults_of(render_article(line, prefix="h-").html)
        )
    }
    assert faulty == {}


def test_unsanitised_payload_is_seen() -> None:
    """
    The reader of these tests does see what it looks for.
    """
    assert faults_of("<img src=x onerror=alert(1)>") == ["img src=x", "img src", "img onerror"]


def test_links_to_elsewhere_tell_nothing() -> None:
    """
    A link to another host hands over neither a window nor an address.
    """
    assert sanitise('<a href="https://a.example">x</a>') == (
        '<a href="https://a.example" rel="noopener noreferrer">x</a>'
    )


def test_pictures_beside_the_page() -> None:
    """
    A picture is shown where it is one of the incident's own files.
    """
    html = '<img src="evidence/a.png" alt="a"><img src="evidence/b.png" alt="b">'

    assert sanitise(html, files=["evidence/a.png"]) == '<img src="evidence/a.png" alt="a"><img alt="b">'

"""The pictures that a Markdown text shows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from incidentrepo.model.outline import plain_text

_PICTURE = re.compile(
    r"(?<!\\)!\[(?P<alt>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]"
    r"(?:\(\s*(?P<target><[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)|\[(?P<name>[^\[\]\n]*)\])?"
)
_DEFINITION = re.compile(r"^ {0,3}\[(?P<name>[^\[\]\n]+)\]:\s*<?(?P<target>[^\s<>]+)", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """
    One picture: where it stands in the text, what it is said to show, and where it lies.

    `target_span` is where the text says where it lies: of one by reference that is somewhere else.
    """

    span: tuple[int, int]
    alternative: str
    target: str
    target_span: tuple[int, int]

    @property
    def is_outside(self) -> bool:
        """Whether a reader's browser would ask another host for it."""
        return re.match(r"(?:[a-z][a-z0-9+.-]*:)?//", self.target, re.IGNORECASE) is not None


def find_pictures(text: str) -> Iterator[Picture]:
    """Yield each picture of `text`, in line or by reference; code and comments show none."""
    if "![" not in text:
        return
    shown = plain_text(text)
    definitions: dict[str, re.Match[str]] = {}
    for match in _DEFINITION.finditer(shown):
        # Of two that are called the same Markdown takes the first.
        definitions.setdefault(match["name"].casefold(), match)
    for match in _PICTURE.finditer(shown):
        told: re.Match[str] | None = match
        if match["target"] is None:
            told = definitions.get((match["name"] or match["alt"]).casefold())
        if told is not None:
            yield Picture(
                span=match.span(),
                alternative=match["alt"].strip(),
                target=told["target"].strip("<>"),
                target_span=told.span("target"),
            )

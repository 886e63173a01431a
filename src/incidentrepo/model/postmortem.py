"""The internal document: what was learned."""

import re
from dataclasses import dataclass
from functools import lru_cache

from incidentrepo.model.status import PostmortemStatus
from incidentrepo.model.time import Time

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"^#{1,6}\s.*$", re.MULTILINE)
# `[[timeline]]` and the like: drawn from the record, written by nobody.
_MARKER = re.compile(r"^[ \t]*\[\[[a-z-]+\]\][ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Postmortem:
    """Front matter and Markdown of `postmortem.md`; the body starts at `body_line` of the file."""

    status: PostmortemStatus
    authors: tuple[str, ...] = ()
    finished_at: Time | None = None
    body: str = ""
    body_line: int = 1

    @property
    def is_final(self) -> bool:
        """Whether its authors have finished it."""
        return self.status is PostmortemStatus.FINAL

    @property
    def prose(self) -> str:
        """The body without comments, headings and live markers: what somebody wrote."""
        return _read_prose(self.body)

    @property
    def is_one_sentence(self) -> bool:
        """
        Whether it says one thing in one sentence, or nothing at all.

        A second paragraph or list item makes it more, and so does a word behind the first full stop.
        """
        prose = self.prose
        return len(" ".join(prose.split())) <= len(first_sentence_of(prose))

    @property
    def first_sentence(self) -> str:
        """The first sentence of the prose, on one line; empty where nothing is written yet."""
        return first_sentence_of(self.prose)


# Rules and duties ask for one text's again and again.
@lru_cache(maxsize=8)
def _read_prose(body: str) -> str:
    return _MARKER.sub("", _HEADING.sub("", _COMMENT.sub("", body))).strip()


def first_sentence_of(prose: str) -> str:
    """Return the first sentence of a text, on one line: at most its first paragraph."""
    paragraph = " ".join(prose.split("\n\n", 1)[0].split())
    match = re.match(r".+?[.!?](?=\s|$)", paragraph)
    return match[0] if match else paragraph

"""What a postmortem lacks that is called final, or is about to be."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from heapq import merge

from incidentrepo.conditions import owes
from incidentrepo.duties import severity_policy
from incidentrepo.model.outline import Excerpt, find_excerpts, read_comments, read_sections
from incidentrepo.model.policy import Policy
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.record import Record
from incidentrepo.model.tags import Tags

_PLACEHOLDER = re.compile(r"(?<![\\$%#{\w])\{[a-z][a-z_ ]{0,40}\}(?!\})|\b(?i:lorem ipsum)\b")
# Alone on its line, or behind `Impact:`; a sentence may well speak of a TODO.
_TO_WRITE = re.compile(
    r"^[ \t>*+-]{0,20}(?:[^:|\n]{1,60}:[ \t]*)?[*_(\[]{0,3}(TODO|TBD|FIXME)(?=[^A-Za-z0-9\n]*$|[*_]{0,2}:)",
    re.MULTILINE,
)
_FACTORS = re.compile(
    r"contributing factor|(?:root )?causes?\b|why (?:it|this|did)|what made (?:it|this)", re.IGNORECASE
)
_UNTICKED = re.compile(r"^[ \t>]{0,40}[-*+] \[ \] ([^\n]+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One thing that is missing: the line of the body it shows at, and what it is about."""

    line: int = 1
    subject: str


def find_template_text(postmortem: Postmortem) -> Iterator[Gap]:
    """Yield each placeholder that nobody filled in, and each piece of guidance."""
    body = postmortem.body
    found: list[Iterable[Excerpt]] = []
    # A plain search is a hundred times faster than a pattern, and most bodies hold neither.
    if "{" in body or "lorem" in body.lower():
        found.append(find_excerpts(_PLACEHOLDER, body))
    if any(word in body for word in ("TODO", "TBD", "FIXME")):
        found.append(find_excerpts(_TO_WRITE, body))
    found.append(comment for comment in read_comments(body) if _is_guidance(comment.text))
    # Each finds in the order of lines, and nobody asks for all of them.
    for excerpt in merge(*found, key=lambda excerpt: excerpt.line):
        yield Gap(line=excerpt.line, subject=_brief(excerpt.text))


def find_empty_sections(postmortem: Postmortem) -> Iterator[Gap]:
    """Yield each heading with nothing beneath it."""
    for section in read_sections(postmortem.body):
        if section.is_empty:
            yield Gap(line=section.line, subject=section.title)


def find_missing_sections(record: Record, policy: Policy) -> Iterator[Gap]:
    """Yield each section that the highest severity asks for and no heading has."""
    asked = severity_policy(record.incident, policy)
    if record.postmortem is None or asked is None or not asked.sections or not owes(record.incident, policy):
        return
    titles = {section.title.casefold() for section in read_sections(record.postmortem.body)}
    for title in asked.sections:
        if title.casefold() not in titles:
            yield Gap(subject=title)


def lacks_factors(record: Record, policy: Policy, tags: Tags) -> bool:
    """
    Whether nothing says what made it possible, where more than a sentence is asked for.

    An incident whose tag brings a template of its own is told by that.
    """
    asked = severity_policy(record.incident, policy)
    if asked is None or asked.postmortem is None or asked.is_one_sentence_enough:
        return False
    if record.postmortem is None or record.incident.contributing_factors:
        return False
    names = (*record.incident.tags, *record.incident.services)
    if any(name in tags.by_name and tags.by_name[name].template for name in names):
        return False
    sections = read_sections(record.postmortem.body)
    is_told = any(_FACTORS.search(section.title) and not section.is_empty for section in sections)
    return not is_told and owes(record.incident, policy)


def find_unticked_boxes(postmortem: Postmortem) -> Iterator[Gap]:
    """Yield each task that is left to do, and is not a follow-up that somebody owns."""
    if "[ ]" not in postmortem.body:
        return
    for excerpt in find_excerpts(_UNTICKED, postmortem.body):
        yield Gap(line=excerpt.line, subject=_brief(excerpt.text))


def _is_guidance(comment: str) -> bool:
    """Whether it is a sentence, for whoever writes; `markdownlint-disable` is for a tool."""
    return comment.endswith((".", "?", "!")) and len(comment.split(None, 3)) > 3


def _brief(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"

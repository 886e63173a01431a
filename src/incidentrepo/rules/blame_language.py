"""Rule: blame-language."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from incidentrepo.findings import Finding
from incidentrepo.model.people import People
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.passages import internal_passages, place_in
from incidentrepo.rules.rule import Rule

# Cheap to look for, and in every text that the patterns find something in.
_MARKS = (
    *("should have", "should not have", "shouldn't have", "shouldn\u2019t have", "careless"),
    *("failed to", "forgot to", "neglected to", "negligen", "uman error", "s mistake", "s fault"),
)
_SAID_OF = re.compile(
    r"(?P<who>@?\b[\w.-]+) (?:(?:really|clearly|simply|obviously|also) )?"
    r"(?:should(?: not|n't)? have (?!been\b|had\b|to\b)\w+|(?:failed|forgot|neglected) to\b"
    r"|was (?:careless|negligent)\b|carelessly\b|negligently\b)"
    r"|(?P<whose>@?\b[\w.-]+)'s (?:mistake|fault|carelessness|negligence)\b"
)
_AS_CAUSE = re.compile(
    r"(?:\b(?:due to|because of|caused by|was|by)|[Cc]ause:\**) (?:an? )?human error\b|\bHuman error was\b"
)
# No operators, agents or managers: more often than not they are programs.
_ROLES = frozenset(
    {
        *("engineer", "developer", "administrator", "technician", "programmer", "intern", "contractor"),
        *("colleague", "employee", "he", "she"),
    }
)


class BlameLanguage(Rule):
    """
    ## What it flags

    A sentence that says of a person what they should have known or done, failed or forgot to do, or that it
    was their fault; and "human error" as the cause.
    A person is a name or `@handle` of `people.yaml`, "he", "she", or somebody by their work ("the engineer").
    It looks at the postmortem, and at texts and reasons of the record.

    It is a note and never more, unless your policy says so.
    Over 156 postmortems that others have published it speaks once, of a sentence that quotes such a
    question: less than one in a hundred.

    ## Why it matters

    Where people are blamed they tell less, and the next incident has the same cause.
    What a person did made sense to them at that moment; what made it make sense is what can be changed.

    ## Example

    ```markdown
    Ada should have known that the canary was broken.
    ```

    ## Instead

    ```markdown
    The canary was green: it read the wrong metric, and nothing showed that.
    ```

    ## Fix

    Say what they saw, what they knew, and what made the step look right.
    """

    id = "blame-language"
    summary = "words that blame a person"
    level = Level.NOTE

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each place where somebody is blamed."""
        passages = tuple(internal_passages(record))
        if not _may_blame("\n".join(passage.text for passage in passages)):
            return
        for passage in passages:
            for span in find_blame(passage.text, context.repository.people):
                found = self.finding(
                    record,
                    passage.pointer,
                    path=passage.path,
                    subject=passage.subject,
                    message="this blames a person for what happened",
                    hint="say what they saw, and what made the step look right",
                )
                yield replace(found, place=place_in(passage, span, context.repository))


def _may_blame(text: str) -> bool:
    """Whether a look at `text` is worth its time: most texts blame nobody."""
    return any(mark in text for mark in _MARKS)


def find_blame(text: str, people: People) -> Iterator[tuple[int, int]]:
    """Yield where a person is blamed; a line's end counts as a space."""
    flat = text.replace("\n", " ").replace("\u2019", "'")
    said = list(_SAID_OF.finditer(flat))
    if said:
        names = _names(people)
        yield from (one.span() for one in said if _is_person(one["who"] or one["whose"], names))
    yield from (match.span() for match in _AS_CAUSE.finditer(flat))


def _names(people: People) -> Collection[str]:
    """Return the words that name somebody: parts of names, and handles behind an `@`."""
    everybody = people.by_handle.values()
    return {
        *(part for person in everybody for part in person.name.split()),
        *(f"@{person.handle}" for person in everybody),
    }


def _is_person(word: str, names: Collection[str]) -> bool:
    return word.lower() in _ROLES or word in names

"""Rule: hidden-character-in-name."""

import re
from collections.abc import Iterator

from incidentrepo.documents.unsafe_text import UNSAFE_IN_VALUE, describe_character
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.rules.context import Context
from incidentrepo.rules.files import file_finding
from incidentrepo.rules.rule import Rule

_UNSAFE_IN_NAME = re.compile(rf"[\t\n]|{UNSAFE_IN_VALUE.pattern}")


class HiddenCharacterInName(Rule):
    """
    ## What it flags

    A character in a file's name that cannot be seen, that breaks the line or that turns the text around
    it, and a name that is no UTF-8.
    Inside files the same is told by `unreadable-file`.

    ## Why it matters

    A name like this shows a reviewer another one than there is, and can end a line of a log in the middle.

    ## Example

    A file `chart.png` with a zero-width space in front of the dot.

    ## Instead

    A file `chart.png`.

    ## Fix

    `git mv` it to a name that you have typed.
    """

    id = "hidden-character-in-name"
    summary = "a character in a file's name that cannot be seen"
    level = Level.ERROR

    def check_repository(self, context: Context) -> Iterator[Finding]:
        """Yield each name that is not what it looks like."""
        for blob in context.unusual_files:
            # Nearly every name is of plain signs, and told so at once.
            if blob.path.isascii() and blob.path.isprintable():
                continue
            found = _UNSAFE_IN_NAME.search(blob.path)
            if found:
                yield file_finding(
                    self,
                    blob.path,
                    message=f"{describe_character(found[0])}, in the name of this file",
                    hint="git mv it to a name that you have typed",
                )

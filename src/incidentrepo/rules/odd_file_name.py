"""Rule: odd-file-name."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.rules.context import Context
from incidentrepo.rules.files import file_finding
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.unusual_files import is_usual

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_NOT_ON_WINDOWS = re.compile(
    r'[<>:"|?*\\]|/(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.[^/]*)?(?:/|$)', re.IGNORECASE
)
_AT_ENDS = re.compile(r"/[- ]|[ .](?:/|$)")
_LONGEST = 120


class OddFileName(Rule):
    """
    ## What it flags

    A name that some of your colleagues' machines cannot have: one that Windows reserves or forbids, one
    that begins with a dash or a space or ends with a space or a dot, one of more than 120 characters, and
    two names that differ only in their capitals or in how an accent is written.

    ## Why it matters

    On such a machine the clone fails, or one of two files silently takes the place of the other.
    A name that begins with a dash is an option to most commands.

    ## Example

    ```text
    evidence/chart 09:14.png
    evidence/Chart.png and evidence/chart.png
    ```

    ## Instead

    ```text
    evidence/chart-0914.png
    evidence/chart-before.png and evidence/chart-after.png
    ```

    ## Fix

    `git mv -- OLD NEW`, and correct the path where the record names it.
    """

    id = "odd-file-name"
    summary = "a file's name that not every machine can have"
    level = Level.WARNING

    def check_repository(self, context: Context) -> Iterator[Finding]:
        """Yield each name that makes trouble, and the second of each two that are one."""
        same: dict[str, list[str]] = defaultdict(list)
        folded = {blob.path: _fold(blob.path) for blob in context.unusual_files}
        if any(path != fold for path, fold in folded.items()):
            # A usual name may be the twin of one that is not; two usual ones never are.
            usual = (blob.path for blob in context.repository.snapshot.list_files() if is_usual(blob))
            same.update({path: [path] for path in usual})
        for blob in context.unusual_files:
            same[folded[blob.path]].append(blob.path)
            reason = _why_odd(blob.path)
            if reason:
                yield self._odd(blob.path, reason)
        for first, *others in same.values():
            for path in others:
                name = first.rsplit("/", 1)[-1]
                yield self._odd(path, f"on many machines this is the same name as '{name}'")

    def _odd(self, path: str, reason: str) -> Finding:
        return file_finding(self, path, message=reason, hint="git mv it to another name")


def _fold(path: str) -> str:
    if path.isascii():
        return path.lower()
    return unicodedata.normalize("NFC", path).casefold()


def _why_odd(path: str) -> str:
    if _NOT_ON_WINDOWS.search(path):
        return "Windows cannot have this name"
    if _AT_ENDS.search(path):
        return "the name begins with a dash or a space, or ends with a space or a dot"
    if len(path.rsplit("/", 1)[-1]) > _LONGEST:
        return f"the name has more than {_LONGEST} characters"
    return ""

"""Whom a CODEOWNERS file asks about a path."""

import re
from collections.abc import Iterable, Iterator

# Each host takes the first that is there, in an order of its own.
# https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
OWNERS_PLACES = (
    ".github/CODEOWNERS",
    ".gitlab/CODEOWNERS",
    ".gitea/CODEOWNERS",
    ".forgejo/CODEOWNERS",
    "CODEOWNERS",
    "docs/CODEOWNERS",
)


def unowned(text: str, paths: Iterable[str]) -> tuple[str, ...]:
    """Return those of `paths` for which nobody is asked: the last pattern that fits counts."""
    rules = list(_read_rules(text))
    return tuple(path for path in paths if not _is_owned(path, rules))


def _read_rules(text: str) -> Iterator[tuple[re.Pattern[str], bool]]:
    for line in text.splitlines():
        words = line.partition(" #")[0].split()
        # GitLab's sections have their own headings.
        if words and not words[0].startswith(("#", "[", "^[")):
            yield _compile(words[0]), len(words) > 1


def _is_owned(path: str, rules: Iterable[tuple[re.Pattern[str], bool]]) -> bool:
    fitting = [has_owner for pattern, has_owner in rules if pattern.fullmatch(path)]
    return bool(fitting) and fitting[-1]


def _compile(pattern: str) -> re.Pattern[str]:
    """Return what fits as in `.gitignore`, which all hosts follow: `*` stays in a folder, `**` does not."""
    is_anchored = "/" in pattern.rstrip("/")
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.strip("/"))
    body = "".join(_GLOBS.get(part, re.escape(part)) for part in parts)
    return re.compile(f"{'' if is_anchored else '(?:.*/)?'}{body}(?:/.*)?")


_GLOBS = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}

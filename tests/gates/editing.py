"""What changes of the records are written with."""

from collections.abc import Mapping
from dataclasses import dataclass

from tests.gates.records import BASE, folder

Edits = Mapping[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    What is done to the files; `rules` are those whose errors are new, `code` how `check` ends.

    With `side` it is a merge of a branch that has those edits, and `edits` are what comes out of it.
    """

    name: str
    edits: Edits
    side: Edits | None = None
    rules: frozenset[str] = frozenset()
    code: int = 0


def good(name: str, edits: Edits) -> Change:
    return Change(name=name, edits=edits)


def bad(name: str, rules: str, edits: Edits) -> Change:
    return Change(name=name, edits=edits, rules=frozenset(rules.split()), code=1)


def merge(name: str, rules: str, *, side: Edits, edits: Edits) -> Change:
    found = frozenset(rules.split())
    return Change(name=name, edits=edits, side=side, rules=found, code=1 if found else 0)


def unjudged(name: str, edits: Edits) -> Change:
    return Change(name=name, edits=edits, code=3)


def swap(path: str, old: str, new: str) -> dict[str, str]:
    """Return the file with one text for another."""
    assert BASE[path].count(old) == 1, f"{old!r} is in {path} once"
    return {path: BASE[path].replace(old, new)}


def drop(path: str, line_with: str) -> dict[str, str]:
    """Return the file without the line that holds a text."""
    lines = BASE[path].splitlines(keepends=True)
    return {path: "".join(line for line in lines if line_with not in line)}


def add(path: str, text: str) -> dict[str, str]:
    """Return the file with more at its end."""
    return {path: BASE[path] + text}


def line(entry: str, **fields: str) -> str:
    """Return a timeline entry that somebody else made since."""
    given = "".join(f", {name.rstrip('_')}: {value}" for name, value in fields.items())
    return f"  - {{id: tzzzzzzzz, at: 2026-11-20T09:00:00Z, by: grace, entry: {entry}{given}}}\n"


def after_timeline(path: str, new: str) -> dict[str, str]:
    """Return the record with one entry more."""
    head, marker, rest = (
        BASE[path].partition("follow_ups:")
        if "follow_ups:" in BASE[path]
        else (BASE[path].partition("contributing_factors:"))
    )
    return {path: head + new + marker + rest}


def renamed(old_id: str, new_id: str, path: str, *, alias: bool) -> dict[str, str | None]:
    """Return the record in another folder, by another id."""
    text = BASE[path].replace(f"id: {old_id}", f"id: {new_id}") + (f"aliases: [{old_id}]\n" if alias else "")
    return {path: None, f"{folder(new_id)}/incident.yaml": text}

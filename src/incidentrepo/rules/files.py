"""Findings about a file as a whole, whatever is in it."""

from dataclasses import replace

from incidentrepo.findings import Finding
from incidentrepo.model.place import Place
from incidentrepo.model.record import folder_of
from incidentrepo.rules.rule import Rule


def file_finding(rule: Rule, path: str, *, message: str, hint: str) -> Finding:
    """Return what `rule` says of the file at `path` as a whole, whatever is in it."""
    folder = folder_of(path)
    found = rule.finding(
        None, message=message, hint=hint, path=path, subject=path.removeprefix(f"{folder}/"), place=Place()
    )
    return replace(found, incident=folder.rsplit("/", 1)[-1] or None)

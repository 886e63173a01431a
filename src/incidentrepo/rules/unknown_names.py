"""Names that `tags.yaml` should know, asked for by the rules of tags and of services."""

from collections.abc import Iterator
from difflib import get_close_matches

from incidentrepo.findings import Finding
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


def unknown_names(
    rule: Rule, field: str, names: tuple[str, ...], record: Record, context: Context
) -> Iterator[Finding]:
    """Yield each of `names` that is not declared, where the file that declares them exists."""
    tags = context.repository.tags
    if not tags.is_declared:
        return
    for index, name in enumerate(names):
        if name not in tags.by_name:
            near = get_close_matches(name, tags.by_name, 1)
            yield rule.finding(
                record,
                (field, index),
                message=f"tags.yaml does not know '{name}'",
                hint=f"did you mean {near[0]}?" if near else "add it to tags.yaml",
                subject=name,
            )

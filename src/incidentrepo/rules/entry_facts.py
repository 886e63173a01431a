"""What an entry states, apart from how it is worded and where it stands."""

from dataclasses import fields

from incidentrepo.model.timeline import Entry

# Wording may be mended, what turned out to matter may be starred later, and somebody may come to agree.
FREE = frozenset({"index", "text", "reason", "starred", "confirmed_by"})

Facts = tuple[str, ...]


def facts_of(entry: Entry) -> Facts:
    """Return what makes it the same entry where it has no id: the kind, when, who, from what to what."""
    return tuple(
        str(getattr(entry, field.name)) for field in fields(entry) if field.name not in FREE | {"id"}
    )

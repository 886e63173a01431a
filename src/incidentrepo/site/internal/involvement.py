"""Who is named by the records: everybody with a page of their own."""

from collections.abc import Iterable

from incidentrepo.model.edition import EditionIncident, InternalEdition


def people_of(one: EditionIncident) -> tuple[str, ...]:
    """Return everybody who takes part in an incident, each once."""
    incident = one.incident
    named = (
        incident.owner,
        incident.declared_by,
        *incident.roles.values(),
        *incident.responders,
        *(one.postmortem.authors if one.postmortem else ()),
        *(entry.by for entry in incident.timeline),
    )
    return _distinct(named)


def find_people(edition: InternalEdition) -> frozenset[str]:
    """Return everybody whom the organisation knows, or a page may name."""
    return frozenset(
        _distinct(
            (
                *edition.people.by_handle,
                *(handle for one in edition.incidents for handle in people_of(one)),
                *(follow_up.owner for one in edition.incidents for follow_up in one.incident.follow_ups),
                *(account.author for one in edition.incidents for account in one.accounts),
                *(tag.owner for tag in edition.tags.by_name.values()),
                *(duty.owed_by for duty in edition.duties),
            )
        )
    )


def _distinct(handles: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(handle for handle in handles if handle))

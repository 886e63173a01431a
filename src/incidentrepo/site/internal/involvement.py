"""Who is named by the records: everybody with a page of their own."""

from collections.abc import Iterable

from incidentrepo.model.edition import InternalEdition


def find_people(edition: InternalEdition) -> frozenset[str]:
    """Return everybody whom the organisation knows, or a page may name."""
    return frozenset(
        _distinct(
            (
                *edition.people.by_handle,
                *(handle for one in edition.incidents for handle in one.people),
                *(follow_up.owner for one in edition.incidents for follow_up in one.follow_ups),
                *(author for one in edition.incidents for author in one.account_authors),
                *(tag.owner for tag in edition.tags.by_name.values()),
                *(duty.owed_by for duty in edition.duties),
            )
        )
    )


def _distinct(handles: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(handle for handle in handles if handle))

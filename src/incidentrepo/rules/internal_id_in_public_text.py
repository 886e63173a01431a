"""Rule: internal-id-in-public-text."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.leaks.leak import LeakKind
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.public_texts import find_in_public
from incidentrepo.rules.rule import Rule


class InternalIdInPublicText(Rule):
    """
    ## What it flags

    The id or an alias of an incident in `public.md`, its title or address, or in an update for the world.

    Incidents that were imported, and say so under `source`, are left alone: the world knew them by these
    names before they came here.

    ## Why it matters

    An id is made of the internal title: it says what you called it among yourselves.
    It also tells of incidents that you did not publish.

    ## Example

    ```yaml
    slug: 2026-11-02-kestrel-checkout-errors
    ```

    ## Instead

    ```yaml
    slug: some-payments-failed
    ```

    ## Fix

    Link to the other incident's public page, or leave it out.
    """

    id = "internal-id-in-public-text"
    summary = "an incident's own id in text for the world"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each place of an id or an alias."""
        if not record.incident.source:
            yield from find_in_public(self, LeakKind.INTERNAL_ID, record, context)

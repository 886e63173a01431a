"""Rule: public-text-owed."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.public_page import owes_public_text
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


class PublicTextOwed(Rule):
    """
    ## What it flags

    An incident that the world was told of, that is over, and whose `public.md` has no text yet.

    ## Why it matters

    Updates say that it went wrong, and that it works again.
    What happened, and what will be different, is what makes people trust you the next time.

    ## Example

    ```markdown
    ---
    title: Some payments failed
    slug: some-payments-failed
    ---
    ```

    ## Instead

    ```markdown
    ---
    title: Some payments failed
    slug: some-payments-failed
    ---

    On Monday morning some payments failed for half an hour. Nobody was charged for an order that failed.
    ```

    ## Fix

    Write below the front matter of `public.md`. Two sentences will do; `incidentrepo public draft ID`
    shows what the world reads.
    """

    id = "public-text-owed"
    summary = "what the world was told of is over, and nothing says what happened"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield the text that the world waits for."""
        if owes_public_text(record.incident, record.public_page):
            publish = f"incidentrepo publish {record.incident.id}"
            yield self.finding(
                record,
                path=record.public_path,
                message="it is over, and the world has not been told what happened",
                hint=f"write two sentences below its front matter, then `{publish}`",
                subject="public.md",
            )

"""Rule: public-without-page."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import Visibility
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Bites, Rule


class PublicWithoutPage(Rule):
    """
    ## What it flags

    An incident with `visibility: public` that has no `public.md`, or one without a title or slug.

    ## Why it matters

    The world reads `public.md` and nothing else; without it there is nothing that was reviewed.

    ## Example

    ```yaml
    visibility: public     # and no public.md beside it
    ```

    ## Instead

    `incidentrepo public draft ID` starts the file, `incidentrepo publish ID` sets the visibility.

    ## Fix

    Write `public.md`, or set `visibility: internal`.
    """

    id = "public-without-page"
    summary = "a public incident without a page for the world"
    level = Level.ERROR
    bites = Bites.PUBLISHING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield the missing page of a public incident."""
        page = record.public_page
        if record.incident.visibility is not Visibility.PUBLIC:
            return
        if page is None or not (page.title and page.slug):
            missing = "there is no public.md" if page is None else "public.md has no title or slug"
            draft = f"incidentrepo public draft {record.incident.id}"
            yield self.finding(
                record,
                ("visibility",),
                message=f"visibility is public and {missing}",
                hint=draft if page is None else "write `title:` and `slug:` at the head of public.md",
            )

"""Rule: image-without-alternative-text."""

from collections.abc import Iterator
from dataclasses import replace

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.shown_pictures import find_pictures
from incidentrepo.rules.context import Context
from incidentrepo.rules.passages import place_in, public_passages
from incidentrepo.rules.rule import Bites, Rule


class ImageWithoutAlternativeText(Rule):
    """
    ## What it flags

    A picture in text for the world that nobody has put into words: `![](chart.png)`.

    ## Why it matters

    Readers who cannot see it, and readers whose browser does not show it, learn nothing from it.
    In many countries the law asks for the words.

    ## Example

    ```markdown
    ![](failed-payments.png)
    ```

    ## Instead

    ```markdown
    ![Failed payments: none until 9:02, one in ten until 9:41](failed-payments.png)
    ```

    ## Fix

    Write between the brackets what the picture tells, not what it is.
    """

    id = "image-without-alternative-text"
    summary = "a picture for the world without words for it"
    level = Level.ERROR
    bites = Bites.PUBLISHING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each picture without words."""
        for passage in public_passages(record):
            for picture in find_pictures(passage.text):
                if not picture.alternative:
                    found = self.finding(
                        record,
                        passage.pointer,
                        path=passage.path,
                        subject=f"{passage.subject}: {picture.target}",
                        message="a picture without words for those who cannot see it",
                        hint="write what it tells between the brackets: `![one checkout in ten failed](...)`",
                    )
                    place = place_in(passage, picture.span, context.repository)
                    yield replace(found, place=place)

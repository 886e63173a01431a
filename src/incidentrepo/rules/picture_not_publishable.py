"""Rule: picture-not-publishable."""

from collections.abc import Iterator
from itertools import islice

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.public_picture_findings import MOST, picture_finding
from incidentrepo.rules.rule import Bites, Rule


class PictureNotPublishable(Rule):
    """
    ## What it flags

    A picture in `public.md` that the world cannot be shown: it is not there, does not lie in the
    incident's `evidence/`, is no PNG, JPEG, GIF or WebP whatever its name says, or has a part that is not
    understood.

    ## Why it matters

    The public page would have a hole where the chart should be.
    And of a file that is only nearly a picture, nobody can say what else it holds.

    ## Example

    ```markdown
    ![Failed payments by the minute](evidence/failed-payments.svg)
    ```

    ## Instead

    ```markdown
    ![Failed payments by the minute](evidence/failed-payments.png)
    ```

    ## Fix

    Open it in any program that shows pictures, and save it as PNG into `evidence/`.
    An SVG is a program, which no reader's browser is given; a screenshot of it is a picture.
    """

    id = "picture-not-publishable"
    summary = "a picture for the world that it cannot be shown"
    level = Level.ERROR
    bites = Bites.PUBLISHING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each picture that no public page can show."""
        refused = (shown for shown in context.public_pictures(record) if shown.refusal)
        for shown in islice(refused, MOST):
            message = f"the world cannot be shown this picture: {shown.refusal}"
            hint = "save it as PNG into evidence/ of this incident"
            yield picture_finding(self, record, shown, context, message=message, hint=hint)

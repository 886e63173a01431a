"""Rule: picture-with-hidden-data."""

from collections.abc import Iterator
from itertools import islice

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.public_picture_findings import MOST, picture_finding
from incidentrepo.rules.rule import Rule


class PictureWithHiddenData(Rule):
    """
    ## What it flags

    A picture in `public.md` whose file holds more than the picture: where and with what it was taken
    (EXIF), who edited it (XMP), comments, a thumbnail, the name of a screen, or what an editor cut away
    and left behind the end of the file.

    ## Why it matters

    The world gets none of it: the public site holds the same pixels in a file of its own, without all
    that. So this is a note, and stands in nobody's way.
    It says so because what was cut away may show what you meant to hide, and whoever reads your
    repository still has it.

    ## Example

    ```markdown
    ![The queue at 09:30](evidence/IMG_2041.jpg)
    ```

    ## Instead

    The same, of a file without EXIF.

    ## Fix

    Nothing has to be done. To take it out of your own file as well, save the picture anew from a program
    that leaves such things out, or run `exiftool -all= FILE`.
    """

    id = "picture-with-hidden-data"
    summary = "a picture for the world whose file holds more than it shows"
    level = Level.NOTE

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each picture that the public site takes something out of."""
        told = ((shown, shown.clean.taken_out) for shown in context.public_pictures(record) if shown.clean)
        for shown, sorts in islice((one for one in told if one[1]), MOST):
            message = f"this picture's file also holds {', '.join(sorts)}, which the public site leaves out"
            hint = "nothing has to be done; your own repository keeps it"
            yield picture_finding(self, record, shown, context, message=message, hint=hint)

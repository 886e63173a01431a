"""Rule: image-from-outside."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.shown_pictures import find_pictures
from incidentrepo.rules.context import Context
from incidentrepo.rules.passages import Passage, place_in, public_passages
from incidentrepo.rules.rule import Rule


class ImageFromOutside(Rule):
    """
    ## What it flags

    A picture in `public.md`, an update for the world or `postmortem.md` that lies on another host.

    ## Why it matters

    The sites show none: whoever runs that host would learn who reads which incident.
    And when the host cleans up, the chart that proved the point is gone.

    ## Example

    ```markdown
    ![Failed payments](https://graphs.example.org/render/1234.png)
    ```

    ## Instead

    ```markdown
    ![Failed payments](evidence/failed-payments.png)
    ```

    ## Fix

    Save the picture into the incident's `evidence/`, and show that one.
    Of evidence the world sees the pictures that `public.md` shows, and nothing else.
    """

    id = "image-from-outside"
    summary = "a picture that lies on another host"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each picture of another host."""
        for passage in chain(public_passages(record), _postmortem(record)):
            for picture in find_pictures(passage.text):
                if picture.is_outside:
                    found = self.finding(
                        record,
                        passage.pointer,
                        path=passage.path,
                        subject=f"{passage.subject}: {picture.target}",
                        message="this picture lies on another host, from which our pages show none",
                        hint="save it into evidence/ of this incident, or say in words what it shows",
                    )
                    place = place_in(passage, picture.span, context.repository)
                    yield replace(found, place=place)


def _postmortem(record: Record) -> Iterator[Passage]:
    page, path = record.postmortem, record.postmortem_path
    if page:
        yield Passage(text=page.body, path=path, subject="postmortem", first_line=page.body_line)

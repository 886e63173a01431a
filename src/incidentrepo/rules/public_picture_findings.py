"""What is said of a picture in `public.md`, at its place."""

from dataclasses import replace

from incidentrepo.findings import Finding
from incidentrepo.model.record import Record
from incidentrepo.public_pictures import ShownPicture
from incidentrepo.rules.context import Context
from incidentrepo.rules.passages import Passage, place_in
from incidentrepo.rules.rule import Rule

MOST = 100
"""Whoever sees so many reads the page anew."""


def picture_finding(
    rule: Rule, record: Record, shown: ShownPicture, context: Context, *, message: str, hint: str
) -> Finding:
    """Return what `rule` says of one picture of the record's public page."""
    page, path = record.public_page, record.public_path
    assert page is not None, "it shows the picture"
    passage = Passage(text=page.body, path=path, subject="public.md", first_line=page.body_line)
    found = rule.finding(
        record, path=path, subject=f"public.md: {shown.picture.target}", message=message, hint=hint
    )
    return replace(found, place=place_in(passage, shown.picture.span, context.repository))

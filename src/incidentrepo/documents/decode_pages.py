"""The two Markdown files of an incident as values."""

from incidentrepo.documents.decode_fields import Fields, read_choice, read_texts, read_time
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.public_page import PublicPage
from incidentrepo.model.status import PostmortemStatus


def decode_postmortem(fields: Fields, *, body: str, body_line: int) -> Postmortem:
    """Return the postmortem of that front matter and body; without a status it is a draft."""
    return Postmortem(
        status=read_choice(fields, "status", PostmortemStatus) or PostmortemStatus.DRAFT,
        authors=read_texts(fields, "authors"),
        finished_at=read_time(fields, "finished_at"),
        body=body,
        body_line=body_line,
    )


def decode_public_page(fields: Fields, *, body: str, body_line: int) -> PublicPage:
    """Return the public page of that front matter and body."""
    return PublicPage(
        title=fields.get("title", ""),
        slug=fields.get("slug", ""),
        published_at=read_time(fields, "published_at"),
        updated_at=read_time(fields, "updated_at"),
        former_slugs=read_texts(fields, "former_slugs"),
        body=body,
        body_line=body_line,
    )

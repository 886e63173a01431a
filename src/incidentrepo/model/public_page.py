"""What the world reads of an incident: a file of its own, so that a reviewer sees exactly that."""

from dataclasses import dataclass

from incidentrepo.model.incident import Incident
from incidentrepo.model.outline import plain_text
from incidentrepo.model.status import Kind, Status, Visibility
from incidentrepo.model.time import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPage:
    """Front matter and Markdown of `public.md`; the body starts at `body_line` of the file."""

    title: str
    slug: str
    published_at: Time | None = None
    updated_at: Time | None = None
    former_slugs: tuple[str, ...] = ()
    body: str = ""
    body_line: int = 1

    @property
    def is_written(self) -> bool:
        """Whether its text says anything to whoever reads it; comments do not."""
        return bool(plain_text(self.body).strip())


def owes_public_text(incident: Incident, page: PublicPage | None) -> bool:
    """Whether the world was told of it, it is over, and no text says what happened."""
    return (
        page is not None
        and not page.is_written
        and incident.visibility is Visibility.PUBLIC
        and incident.kind is Kind.INCIDENT
        and incident.status in {Status.RESOLVED, Status.CLOSED}
    )

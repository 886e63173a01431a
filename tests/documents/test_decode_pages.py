from incidentrepo.documents.decode_pages import decode_postmortem, decode_public_page
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.public_page import PublicPage
from incidentrepo.model.status import PostmortemStatus
from incidentrepo.model.time import parse_time


def test_postmortem() -> None:
    """
    A postmortem is a draft until it says otherwise.
    """
    fields = {"status": "final", "authors": ["ada"], "finished_at": "2026-11-04"}

    assert decode_postmortem(fields, body="B", body_line=5) == Postmortem(
        status=PostmortemStatus.FINAL,
        authors=("ada",),
        finished_at=parse_time("2026-11-04"),
        body="B",
        body_line=5,
    )
    assert decode_postmortem({}, body="", body_line=1) == Postmortem(status=PostmortemStatus.DRAFT)


def test_public_page() -> None:
    """
    A public page is what its front matter says, and its body.
    """
    fields = {
        "title": "T",
        "slug": "t",
        "published_at": "2026-11-02",
        "updated_at": "2026-11-03",
        "former_slugs": ["s"],
    }

    assert decode_public_page(fields, body="B", body_line=9) == PublicPage(
        title="T",
        slug="t",
        published_at=parse_time("2026-11-02"),
        updated_at=parse_time("2026-11-03"),
        former_slugs=("s",),
        body="B",
        body_line=9,
    )

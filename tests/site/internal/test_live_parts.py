from markupsafe import Markup

from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Impact
from incidentrepo.model.status import FollowUpStatus
from incidentrepo.site.internal.live_parts import MARKERS, make_live
from tests.site.editions import context, incident, shown

ONE = shown(
    incident(
        impact=Impact(summary="One checkout in ten failed.", customers=1200),
        follow_ups=(FollowUp(index=0, id=None, title="Alert", status=FollowUpStatus.OPEN),),
    )
)


def live(html: str) -> str:
    return make_live(Markup(html), ONE, context(ONE), root="../../")


def test_every_marker_is_live() -> None:
    """
    No marker is left as it was written.
    """
    for marker in MARKERS:
        assert '<div class="ir-live' in live(f"<p>[[{marker}]]</p>")


def test_parts_come_from_the_record() -> None:
    """
    A live part shows what the record says now.
    """
    assert "1,200 customers" in live("<p>[[impact]]</p>")
    assert "Alert" in live("<p>[[follow-ups]]</p>")


def test_other_brackets_stay() -> None:
    """
    A marker inside a sentence, and one that names nothing, stay what was written.
    """
    for html in ("<p>see [[timeline]] above</p>", "<p>[[weather]]</p>"):
        assert live(html) == html

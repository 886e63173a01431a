"""Which follow-up is which on both sides of a change."""

from collections.abc import Iterator

from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Incident


def kept_follow_ups(before: Incident, after: Incident) -> Iterator[tuple[FollowUp, FollowUp | None]]:
    """Yield each follow-up that there was with what it is now; one without an id is known by its title."""
    by_id = {follow_up.id: follow_up for follow_up in after.follow_ups if follow_up.id}
    by_title = {follow_up.title: follow_up for follow_up in after.follow_ups}
    for was in before.follow_ups:
        yield was, by_id.get(was.id) if was.id else by_title.get(was.title)

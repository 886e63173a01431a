"""How far a follow-up's date may move: the same for the command and for the rule."""

from datetime import date

from incidentrepo.duties import severity_policy
from incidentrepo.model.calendar import last_day
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Incident
from incidentrepo.model.people import NOBODY, People
from incidentrepo.model.policy import Policy


def last_day_allowed(
    follow_up: FollowUp, incident: Incident, policy: Policy, *, people: People = NOBODY
) -> date | None:
    """Return the last day that a follow-up may move to: twice the time that policy allows it."""
    asked = severity_policy(incident, policy, people=people)
    if asked is None or asked.follow_ups is None or follow_up.created_at is None:
        return None
    created_on = follow_up.created_at.latest.astimezone(policy.calendar.zone).date()
    return last_day(created_on, asked.follow_ups.times(2), policy.calendar)

"""How far a follow-up's date may move: the same for the command and for the rule."""

from datetime import date

from incidentrepo.duties import severity_policy
from incidentrepo.model.calendar import last_day_since
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Incident
from incidentrepo.model.people import NOBODY, People
from incidentrepo.model.policy import Policy


def last_day_allowed(
    follow_up: FollowUp, incident: Incident, policy: Policy, *, times: int = 2, people: People = NOBODY
) -> date | None:
    """
    Return the last day that a follow-up may move to: twice the time that policy allows it.

    Once that time is when it is due without a date of its own. One that does not say when it was created
    counts from the end of its incident, as what it owes does.
    """
    asked = severity_policy(incident, policy, people=people)
    stages = incident.times
    created = follow_up.created_at or stages.resolved_at or stages.closed_at or stages.declared_at
    if asked is None or asked.follow_ups is None or created is None:
        return None
    return last_day_since(created, asked.follow_ups.times(times), policy.calendar)

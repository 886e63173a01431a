"""What is owed, by whom and by when: one mechanism for every duty of a policy."""

from incidentrepo.duties.case import severity_policy
from incidentrepo.duties.handing_on import handed_on
from incidentrepo.duties.owing import due_first, duties_of, owed_duties
from incidentrepo.duties.paying import has_review

__all__ = ["due_first", "duties_of", "handed_on", "has_review", "owed_duties", "severity_policy"]

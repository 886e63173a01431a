"""How bad an incident may be called, by its tags and services."""

from collections.abc import Collection

from incidentrepo.model.policy import Policy, SeverityLimit
from incidentrepo.model.severity import Severity


def exceeded_limit(
    severity: Severity | None, policy: Policy, *, tags: Collection[str], services: Collection[str]
) -> SeverityLimit | None:
    """Return the limit that `severity` is above, the strictest of them, or None where it is within all."""
    broken = [
        limit
        for limit in policy.severity_limits
        if severity is not None
        and severity.rank < limit.at_most.rank
        and (limit.tag in tags or limit.service in services)
    ]
    return max(broken, key=lambda limit: limit.at_most.rank, default=None)


def describe_limit(limit: SeverityLimit) -> str:
    """Return a limit in words, as 'the tag internal-tools is at most SEV3'."""
    what = f"the tag {limit.tag}" if limit.tag else f"the service {limit.service}"
    return f"{what} is at most {limit.at_most}"

"""A severity as a person types it."""

from collections.abc import Collection

from incidentrepo.errors import UsageError
from incidentrepo.model.policy import Policy
from incidentrepo.model.severity import Severity


def read_severity(text: str, policy: Policy, *, held: Collection[Severity] = ()) -> Severity:
    """
    Return the severity meant, by its name or its label; raise `UsageError` for any other word.

    `held` are those that records have, which the policy may have dropped since.
    """
    severity = policy.find_severity(text) or next((one for one in held if one == text.strip().upper()), None)
    if severity is None:
        known = ", ".join(f"{one} ({asked.label})" for one, asked in policy.severities.items())
        raise UsageError(f"'{text}' is no severity here", hint=f"one of {known}")
    return severity

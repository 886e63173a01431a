"""A severity above its limit, said as soon as it is given; nobody is refused in the middle of a fire."""

from collections.abc import Collection

import click

from incidentrepo.model.policy import Policy
from incidentrepo.model.severity import Severity
from incidentrepo.severity_limits import describe_limit, exceeded_limit


def tell_limit(
    severity: Severity | None,
    policy: Policy,
    *,
    incident: str,
    tags: Collection[str],
    services: Collection[str],
) -> None:
    """Say on stderr which limit of the policy `severity` is above, if it is."""
    limit = exceeded_limit(severity, policy, tags=tags, services=services)
    if limit:
        said = f"Policy says that {describe_limit(limit)}."
        command = f'incidentrepo severity {incident} {limit.at_most} --reason "..."'
        click.echo(f"{said} If that fits here too: {command}", err=True)

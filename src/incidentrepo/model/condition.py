"""A condition, as policy and automations write it: what an incident must be for something to follow."""

from dataclasses import dataclass

from incidentrepo.model.duration import Duration
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status, Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """
    It holds where all that it says holds; what is None or empty says nothing.

    Of several severities, tags, services, kinds or statuses one is enough. `overdue` is the name of a
    duty, or `True` for any.
    """

    severities: frozenset[Severity] = frozenset()
    tags: frozenset[str] = frozenset()
    services: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    statuses: frozenset[Status] = frozenset()
    open_for: Duration | None = None
    visibility: Visibility | None = None
    without_role: str | None = None
    overdue: str | bool | None = None
    all_of: tuple["Condition", ...] = ()
    any_of: tuple["Condition", ...] = ()
    unless: "Condition | None" = None

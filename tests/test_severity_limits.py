from dataclasses import replace

import pytest

from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.model.policy import SeverityLimit
from incidentrepo.model.severity import Severity
from incidentrepo.severity_limits import describe_limit, exceeded_limit

OFFICE = SeverityLimit(at_most=Severity.SEV2, tag="office")
TOOLS = SeverityLimit(at_most=Severity.SEV3, tag="internal-tools")
CANTEEN = SeverityLimit(at_most=Severity.SEV3, service="canteen")
POLICY = replace(DEFAULT_POLICY, severity_limits=(OFFICE, TOOLS, CANTEEN))


@pytest.mark.parametrize(
    ("severity", "tags", "services", "limit"),
    (
        (Severity.SEV1, ("office",), (), OFFICE),
        (Severity.SEV1, ("office", "internal-tools"), (), TOOLS),
        (Severity.SEV2, (), ("canteen",), CANTEEN),
        (Severity.SEV2, ("office",), (), None),
        (Severity.SEV4, ("internal-tools",), ("canteen",), None),
        (Severity.SEV1, ("canteen",), ("office",), None),
        (None, ("office",), (), None),
    ),
)
def test_exceeded_limit(
    severity: Severity | None, tags: tuple[str, ...], services: tuple[str, ...], limit: SeverityLimit | None
) -> None:
    """
    The strictest limit of its tags and services is what a severity is held to.
    """
    assert exceeded_limit(severity, POLICY, tags=tags, services=services) == limit


def test_words() -> None:
    """
    A limit is told as people say it.
    """
    assert describe_limit(TOOLS) == "the tag internal-tools is at most SEV3"
    assert describe_limit(CANTEEN) == "the service canteen is at most SEV3"

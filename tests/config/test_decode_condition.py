import pytest

from incidentrepo.config.decode_condition import decode_condition
from incidentrepo.model.condition import Condition
from incidentrepo.model.duration import Duration, Unit
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status, Visibility


@pytest.mark.parametrize(
    ("written", "expected"),
    (
        ("SEV2", {Severity.SEV2}),
        (["SEV1", "SEV3"], {Severity.SEV1, Severity.SEV3}),
        ({"at_least": "SEV2"}, {Severity.SEV1, Severity.SEV2}),
    ),
)
def test_severity(written: object, expected: set[Severity]) -> None:
    """
    A severity, a list of them, or one and all that are worse.
    """
    assert decode_condition({"severity": written}) == Condition(severities=frozenset(expected))


def test_everything() -> None:
    """
    Each word of a condition has its value.
    """
    fields = {
        "tag": ["payments", "cards"],
        "service": "checkout",
        "kind": "incident",
        "status": ["open", "mitigated"],
        "open_for": "2 hours",
        "visibility": "public",
        "without_role": "commander",
        "overdue": True,
        "all": [{"tag": "x"}],
        "any": [{"tag": "y"}, {"overdue": "postmortem"}],
        "not": {"tag": "z"},
    }

    assert decode_condition(fields) == Condition(
        tags=frozenset({"payments", "cards"}),
        services=frozenset({"checkout"}),
        kinds=frozenset({Kind.INCIDENT}),
        statuses=frozenset({Status.OPEN, Status.MITIGATED}),
        open_for=Duration(count=2, unit=Unit.HOUR),
        visibility=Visibility.PUBLIC,
        without_role="commander",
        overdue=True,
        all_of=(Condition(tags=frozenset({"x"})),),
        any_of=(Condition(tags=frozenset({"y"})), Condition(overdue="postmortem")),
        unless=Condition(tags=frozenset({"z"})),
    )

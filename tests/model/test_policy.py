from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.model.severity import Severity


def test_label() -> None:
    """
    A severity has the organisation's own name, and its id where it has none.
    """
    assert [DEFAULT_POLICY.label_of(severity) for severity in Severity] == [
        "Critical",
        "Major",
        "Minor",
        "SEV4",
        "SEV5",
    ]

from incidentrepo.config.defaults import DEFAULT_POLICY, SEVERITIES
from incidentrepo.model.severity import Severity


def test_what_severities_owe() -> None:
    """
    What the worst severities owe without anybody's policy, and three severities to begin with.
    """
    owed = [
        (level.value, str(asked.postmortem), str(asked.review), str(asked.follow_ups))
        for level, asked in SEVERITIES.items()
    ]

    assert owed == [
        ("SEV1", "3 business days", "10 business days", "30 days"),
        ("SEV2", "5 business days", "None", "30 days"),
        ("SEV3", "10 business days", "None", "30 days"),
        ("SEV4", "None", "None", "30 days"),
        ("SEV5", "None", "None", "30 days"),
    ]
    assert list(DEFAULT_POLICY.severities) == [Severity.SEV1, Severity.SEV2, Severity.SEV3]


def test_hints() -> None:
    """
    Whoever picks a severity is helped by a sentence.
    """
    assert all(asked.hint for asked in SEVERITIES.values())

from incidentrepo.rules.severity_changed_without_reason import SeverityChangedWithoutReason


def test_finding() -> None:
    """
    A finding carries what its rule looks for, which the public may read where its message may not be.
    """
    rule = SeverityChangedWithoutReason()

    found = rule.finding(None, path="people.yaml", message="Grace left")

    assert (found.rule, found.summary) == (rule.id, "a severity entry that gives no reason")

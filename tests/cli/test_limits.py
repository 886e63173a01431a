from tests.cli.calling import call
from tests.git_repository import GitRepository

SAID = (
    "Policy says that the tag internal-tools is at most SEV3. "
    'If that fits here too: incidentrepo severity {name} SEV3 --reason "..."\n'
)


def test_told_at_once(incidents: GitRepository) -> None:
    """
    A severity above its limit is taken, and the limit is told.
    """
    policy = (incidents.path / "incidentrepo.yaml").read_text(encoding="utf-8")
    limits = "severity_limits: [{tag: internal-tools, at_most: SEV3}]\n"
    incidents.write("incidentrepo.yaml", policy + limits)

    declared = call(incidents.path, "declare", "Lunch plan is missing", "-s", "SEV2", "-t", "internal-tools")
    raised = call(incidents.path, "severity", "lunch", "SEV1", "--reason", "Nobody eats.")
    lowered = call(incidents.path, "severity", "lunch", "SEV3", "--reason", "There is bread.")

    assert (declared.code, raised.code, lowered.code) == (0, 0, 0)
    assert declared.err == SAID.format(name="lunch")
    assert raised.err == SAID.format(name="2026-11-22-lunch-plan-is-missing")
    assert lowered.err == ""

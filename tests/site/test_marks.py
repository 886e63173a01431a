from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status
from incidentrepo.site.marks import make_marks

MARKS = make_marks(lambda severity: f"<{severity}>", {"ada": "Ada & Co"}.__getitem__)


def test_severity_is_a_word() -> None:
    """
    A mark says what it means without its colour, in the organisation's own words.
    """
    assert MARKS["severity"](Severity.SEV2) == (
        '<span class="ir-mark ir-sev2">SEV2 <span class="ir-mark__more">&lt;SEV2&gt;</span></span>'
    )
    assert MARKS["severity"](None) == ""


def test_plain_incident_has_no_kind() -> None:
    """
    What most records are goes without saying.
    """
    assert MARKS["kind"](Kind.INCIDENT) == ""
    assert MARKS["kind"](Kind.NEAR_MISS) == '<span class="ir-mark ir-kind">Near miss</span>'


def test_status() -> None:
    """
    An invalid record is said to be none.
    """
    assert MARKS["status"](Status.INVALID) == (
        '<span class="ir-mark ir-status ir-status--invalid">Not an incident</span>'
    )


def test_people() -> None:
    """
    People are linked by name, and names are text.
    """
    assert MARKS["people"]("../", ["ada"]) == '<a class="ir-person" href="../people/ada/">Ada &amp; Co</a>'

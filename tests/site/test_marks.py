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


def test_status_of_planned_work() -> None:
    """
    Planned work that has begun has a mark without the colour of a fire.
    """
    assert MARKS["status"](Status.OPEN, Kind.MAINTENANCE) == (
        '<span class="ir-mark ir-status ir-status--under-way">Under way</span>'
    )


def test_people() -> None:
    """
    People are linked by name, and names are text.
    """
    assert MARKS["people"]("../", ["ada"]) == '<a class="ir-person" href="../people/ada/">Ada &amp; Co</a>'


def test_heading() -> None:
    """
    A part of a page can be linked to, and says how much is in it where there is something.
    """
    link = '<a class="headerlink" href="#ir-held" title="Link to this part">&para;</a>'

    assert MARKS["heading"]("held", "A & B") == f'<h2 id="ir-held">A &amp; B{link}</h2>'
    assert MARKS["heading"]("held", "Held", 0) == f'<h2 id="ir-held">Held{link}</h2>'
    assert (
        MARKS["heading"]("held", "Held", 2)
        == f'<h2 id="ir-held">Held <span class="ir-count">2</span>{link}</h2>'
    )


def test_web_link() -> None:
    """
    What is no address of the web is no link, and what is written is text.
    """
    assert MARKS["web_link"]("javascript:alert(1)", "<Press>") == "&lt;Press&gt;"
    assert MARKS["web_link"]("https://a.b/?c&d") == (
        '<a href="https://a.b/?c&amp;d" rel="noopener noreferrer">https://a.b/?c&amp;d</a>'
    )

from incidentrepo.model.evidence_file import EvidenceFile, is_shown_evidence
from incidentrepo.model.incident import Evidence
from incidentrepo.site.internal.evidence import Exhibit, show_evidence
from tests.site.editions import incident, shown

ONE = shown(
    incident(
        evidence=(
            Evidence(index=0, path="evidence/chart.PNG", caption="Errors"),
            Evidence(index=1, path="../../people.yaml"),
            Evidence(index=2, url="javascript:alert(1)"),
            Evidence(index=3, url="https://charts.example/1"),
        )
    ),
    evidence_files=(
        EvidenceFile(path="evidence/chart.PNG"),
        EvidenceFile(path="evidence/log.txt"),
    ),
)


def test_exhibits() -> None:
    """
    Pictures are shown, other files are offered, and what is not a file here or a web address leads nowhere.
    """
    assert show_evidence(ONE) == (
        Exhibit(
            name="chart.PNG",
            caption="Errors",
            captured_at=None,
            address="evidence/chart.PNG",
            is_picture=True,
            is_here=True,
        ),
        Exhibit(name="people.yaml", caption="", captured_at=None, address=None),
        Exhibit(name="javascript:alert(1)", caption="", captured_at=None, address=None),
        Exhibit(name="1", caption="", captured_at=None, address="https://charts.example/1"),
        Exhibit(name="log.txt", caption="", captured_at=None, address="evidence/log.txt", is_here=True),
    )


def test_no_programs() -> None:
    """
    A drawing or a page may hold a script, which would run with all that its reader may see.
    """
    folder = "incidents/2026/11/2026-11-02-checkout/evidence"

    assert [
        name
        for name in ("a.svg", "b.SVG", "c.html", "d.xml", "e.png")
        if is_shown_evidence(f"{folder}/{name}")
    ] == ["e.png"]

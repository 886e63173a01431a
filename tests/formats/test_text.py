from dataclasses import replace

from incidentrepo.formats.text import write_text
from tests.formats.reports import EMPTY, PATH, REPORT


def test_text() -> None:
    """
    Each finding is one line that an editor can follow, with its hint below, and a last line sums up.
    """
    assert write_text(REPORT) == (
        f"{PATH}:31:5: error[severity-changed-without-reason] SEV3 to SEV2 without a reason\n"
        "  hint: add `reason:` to this entry\n"
        f"{PATH}:1:1: warning[unknown-tag] tags.yaml does not know 'é' (not new)\n"
        f"{PATH}:1:1: note[entry-without-id] this note entry has no id\n"
        "note: this change edits incidentrepo.yaml\n"
        "Checked 1 incident in the index against main: 1 error, 1 note; 1 not new.\n"
    )


def test_nothing_found() -> None:
    """
    Nothing found is said, with what was looked at.
    """
    assert write_text(EMPTY) == "Checked 2 incidents in the work tree: nothing found.\n"


def test_what_cannot_be_seen() -> None:
    """
    A file whose name would begin a line of its own, or steer a terminal, is shown as it is spelled.
    """
    named = replace(REPORT.findings[0], path="incidents/a\n::error::\x1b[2J\u202e.yaml", hint="")

    first, *_ = write_text(replace(REPORT, findings=(named,), notes=())).splitlines()

    assert first.startswith(r"incidents/a\n::error::\x1b[2J\u202e.yaml:31:5: error[")

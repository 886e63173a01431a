"""A report that has one of everything."""

from incidentrepo.documents.edits import SetValue
from incidentrepo.findings import Finding, Report
from incidentrepo.model.place import Place
from incidentrepo.model.policy import Level

PATH = "incidents/2026/11/2026-11-02-checkout-errors/incident.yaml"
REPORT = Report(
    findings=(
        Finding(
            rule="severity-changed-without-reason",
            summary="a severity entry that gives no reason",
            level=Level.ERROR,
            path=PATH,
            message="SEV3 to SEV2 without a reason",
            hint="add `reason:` to this entry",
            pointer=("timeline", 3),
            place=Place(line=31, column=5),
            incident="2026-11-02-checkout-errors",
            subject="tb2m5c7qd",
        ),
        Finding(
            rule="unknown-tag",
            summary="a tag that tags.yaml does not know",
            level=Level.WARNING,
            path=PATH,
            message="tags.yaml does not know 'é'",
            is_old=True,
        ),
        Finding(
            rule="entry-without-id",
            summary="a timeline entry without an id",
            level=Level.NOTE,
            path=PATH,
            message="this note entry has no id",
            fix=(SetValue(pointer=("timeline", 0, "id"), value="t22222222"),),
        ),
    ),
    incidents=1,
    checked="the index",
    base="main",
    notes=("this change edits incidentrepo.yaml",),
)
EMPTY = Report(findings=(), incidents=2, checked="the work tree")

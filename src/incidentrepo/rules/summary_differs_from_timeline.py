"""Rule: summary-differs-from-timeline."""

from collections.abc import Iterator

from incidentrepo.documents.edits import DeleteValue, Edit, SetValue
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.summary import summarise
from incidentrepo.model.time import Time
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


class SummaryDiffersFromTimeline(Rule):
    """
    ## What it flags

    A `severity`, `status`, `owner` or time field that says something else than the timeline.

    ## Why it matters

    The timeline rules: it says who changed what, when and why.
    A field changed by hand has none of that, and pages would tell two stories.

    ## Example

    ```yaml
    severity: SEV3
    timeline:
      - at: 2026-11-02T09:30:00Z
        by: grace
        entry: severity
        from: SEV3
        to: SEV2
        reason: A sales demo is affected.
    ```

    ## Instead

    ```yaml
    severity: SEV2
    ```

    ## Fix

    `incidentrepo fix` rebuilds the fields from the timeline.
    To change one, use the command (`incidentrepo severity`, `mitigate`, ...), which writes both.
    """

    id = "summary-differs-from-timeline"
    summary = "a field that says something else than the timeline"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each summary field that the timeline contradicts."""
        incident, said = record.incident, summarise(record.incident.timeline)
        # A word that could not be read is told of as that, and is not missing.
        problems = context.repository.problems.get(record.incident_path, ())
        unread = {problem.pointer for problem in problems}
        for name, told, found in (
            ("status", said.status, incident.status),
            ("severity", said.severity, incident.severity),
            ("owner", said.owner, incident.owner),
        ):
            if told is not None and told != found and (name,) not in unread:
                yield self._differs(record, name, str(told), found)
        for name, time in said.times.items():
            found_time: Time | None = getattr(incident.times, name)
            if not _is_same(time, found_time) and (name,) not in unread:
                yield self._differs(record, name, str(time) if time else None, found_time)

    def _differs(self, record: Record, name: str, told: str | None, found: object | None) -> Finding:
        edit: Edit = DeleteValue(pointer=(name,)) if told is None else SetValue(pointer=(name,), value=told)
        timeline = f"{told}" if told else "that it was reopened since"
        return self.finding(
            record,
            (name,),
            message=f"{name} is {found or 'missing'} and the timeline says {timeline}",
            hint="run `incidentrepo fix`: the timeline rules",
            fix=[edit],
        )


def _is_same(told: Time | None, found: Time | None) -> bool:
    if told is None or found is None:
        return told is found
    return (told.earliest, told.latest) == (found.earliest, found.latest)

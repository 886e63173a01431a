"""Rule: time-in-the-future."""

from collections.abc import Iterator
from datetime import timedelta

from incidentrepo.findings import Finding
from incidentrepo.model.incident import STAGE_TIMES
from incidentrepo.model.place import Pointer
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.time import Time
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule

# Clocks differ a little, and a time without a zone by half a day.
_LEEWAY = timedelta(days=1)


class TimeInTheFuture(Rule):
    """
    ## What it flags

    A time at which something happened that is more than a day ahead of now: in an incident's own times, or of
    an entry of its timeline.
    When planned work is to begin and end is left alone.

    ## Why it matters

    It is a slip, most often of the year.
    Until that day comes the incident is the newest one on every list, and durations count from it.

    ## Example

    ```yaml
    mitigated_at: 2206-11-02T09:41:00Z
    ```

    ## Instead

    ```yaml
    mitigated_at: 2026-11-02T09:41:00Z
    ```

    ## Fix

    Look up when it was.
    """

    id = "time-in-the-future"
    summary = "something that happens only later is told as past"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each time that is still to come."""
        latest = context.now + _LEEWAY
        for pointer, time in _told_times(record):
            if time.earliest > latest:
                yield self.finding(
                    record,
                    pointer,
                    message=f"{time} is still to come",
                    hint="look at its year and month",
                )


def _told_times(record: Record) -> Iterator[tuple[Pointer, Time]]:
    for name in (*STAGE_TIMES, "declared_at"):
        if time := getattr(record.incident.times, name):
            yield (name,), time
    for entry in record.incident.timeline:
        if entry.at:
            yield ("timeline", entry.index, "at"), entry.at

"""Rule: times-out-of-order."""

from collections.abc import Iterator
from itertools import combinations

from incidentrepo.findings import Finding
from incidentrepo.model.incident import STAGE_TIMES, Times
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.time import Time
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule

_ORDERS = (STAGE_TIMES, ("declared_at", "closed_at"), ("planned_from", "planned_until"))


class TimesOutOfOrder(Rule):
    """
    ## What it flags

    A stage that certainly came before the one it follows: an incident that was resolved before it
    started.
    Times that are only known to the day, or without a zone, are compared as far as they are known.

    ## Why it matters

    Durations are computed from these times; a wrong one makes every figure after it wrong.

    ## Example

    ```yaml
    started_at: 2026-11-02T09:02:00Z
    resolved_at: 2026-11-01T11:05:00Z
    ```

    ## Instead

    ```yaml
    started_at: 2026-11-02T09:02:00Z
    resolved_at: 2026-11-02T11:05:00Z
    ```

    ## Fix

    Look up which of the two is right; often it is a day, a month or a zone that was mistyped.
    """

    id = "times-out-of-order"
    summary = "an incident that ends before it starts"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each stage that is earlier than one it must follow, once."""
        for order in _ORDERS:
            known = _known_times(record.incident.times, order)
            for name, time in known[1:]:
                earlier = next(
                    (
                        (other, since)
                        for (other, since), (after, _) in combinations(known, 2)
                        if after == name and time.is_before(since)
                    ),
                    None,
                )
                if earlier:
                    yield self.finding(
                        record,
                        (name,),
                        message=f"{name} {time} is before {earlier[0]} {earlier[1]}",
                        hint="one of the two is mistyped: look at day, month and zone",
                    )


def _known_times(times: Times, names: tuple[str, ...]) -> list[tuple[str, Time]]:
    return [(name, time) for name in names if (time := getattr(times, name)) is not None]

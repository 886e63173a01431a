"""Chart: how long it hurts."""

from datetime import timedelta

from incidentrepo.metrics import Spread, last_quarters, measure_mitigation, unmeasured
from incidentrepo.model.duration import describe_elapsed
from incidentrepo.site.charts import Part, Table, stack_columns
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.dashboard.chart import (
    QUARTERS,
    Chart,
    incidents_of,
    name_quarter,
    say_incidents,
    today_of,
)


def chart_mitigated(context: Context) -> Chart:
    """Return how long incidents hurt, by the quarter in which they began."""
    zone, incidents = context.clock.zone, incidents_of(context)
    quarters = last_quarters(today_of(context), QUARTERS)
    spreads = measure_mitigation(incidents, quarters, zone)
    unknown = len(tuple(unmeasured(incidents, quarters[0], zone)))
    return Chart(
        id="mitigated",
        title="How long it hurts",
        sentence=_sentence(spreads),
        columns=stack_columns([(name_quarter(one.since), _parts(one)) for one in spreads]),
        top=describe_elapsed(max((one.ninetieth for one in spreads if one.ninetieth), default=timedelta())),
        legend=(("half", "half were over by then"), ("most", "nine in ten were over by then")),
        table=Table(
            head=("Quarter", "Incidents", "Half within", "Nine in ten within"),
            rows=tuple(
                (name_quarter(one.since), str(one.count), _say(one.median), _say(one.ninetieth))
                for one in spreads
            ),
        ),
        left_out=f"Left out: {say_incidents(unknown)} whose times are not known to the minute."
        if unknown
        else "From the start until it was mitigated or over.",
    )


def _sentence(spreads: tuple[Spread, ...]) -> str:
    known = [one for one in spreads if one.count]
    if not known:
        return "Nothing was mitigated in the last two years."
    last, earlier = known[-1], known[:-1]
    said = (
        f"Of {say_incidents(last.count)} in {name_quarter(last.since)}, half hurt for {_say(last.median)} "
        f"at most, and nine in ten for {_say(last.ninetieth)}"
    )
    if not earlier:
        return f"{said}."
    before = earlier[-1]
    return f"{said}; in {name_quarter(before.since)}: {_say(before.median)} and {_say(before.ninetieth)}."


def _parts(spread: Spread) -> list[Part]:
    """Return the column of one quarter: up to the median, and from there to the ninetieth percentile."""
    if spread.median is None or spread.ninetieth is None:
        return []
    return [
        Part(value=_minutes(spread.median), colour="half", says=f"half within {_say(spread.median)}"),
        Part(
            value=_minutes(spread.ninetieth - spread.median),
            colour="most",
            says=f"nine in ten within {_say(spread.ninetieth)}",
        ),
    ]


def _minutes(elapsed: timedelta) -> float:
    return elapsed.total_seconds() / 60


def _say(elapsed: timedelta | None) -> str:
    return "" if elapsed is None else describe_elapsed(elapsed)

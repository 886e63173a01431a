"""Chart: postmortems on time."""

from incidentrepo.metrics import count_postmortems, last_quarters
from incidentrepo.site.charts import Table, stack_columns
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.dashboard.chart import (
    QUARTERS,
    Chart,
    highest_of,
    name_quarter,
    part,
    today_of,
)


def chart_postmortems(context: Context) -> Chart:
    """Return how many postmortems came in time, by the quarter in which they were due."""
    quarters = last_quarters(today_of(context), QUARTERS)
    kept = count_postmortems(context.edition.duties, quarters, context.clock.zone, context.clock.now)
    columns = [
        (
            name_quarter(one.since),
            [
                part(one.in_time, "good", "in time"),
                part(one.late, "late", "late"),
                part(one.missing, "bad", "missing"),
            ],
        )
        for one in kept
    ]
    now, before = kept[-1], kept[-2]
    return Chart(
        id="postmortems",
        title="Postmortems on time",
        sentence=f"Postmortems on time: {now.in_time} of {now.due} this quarter, "
        f"{before.in_time} of {before.due} in the one before.",
        columns=stack_columns(columns),
        top=highest_of(columns),
        legend=(("good", "in time"), ("late", "late"), ("bad", "missing")),
        table=Table(
            head=("Quarter", "In time", "Late", "Missing"),
            rows=tuple(
                (name_quarter(one.since), str(one.in_time), str(one.late), str(one.missing)) for one in kept
            ),
        ),
        left_out="What is not due yet, and what was waived, is left out.",
    )

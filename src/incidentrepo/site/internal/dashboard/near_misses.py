"""Chart: near misses to incidents."""

from incidentrepo.metrics import Filed, count_filed, last_quarters
from incidentrepo.site.charts import Table, stack_columns
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.dashboard.chart import (
    QUARTERS,
    Chart,
    highest_of,
    incidents_of,
    name_quarter,
    part,
    say_incidents,
    today_of,
)
from incidentrepo.site.words import describe_count


def chart_near_misses(context: Context) -> Chart:
    """Return how many near misses were filed beside the incidents, by quarter."""
    quarters = count_filed(
        incidents_of(context), last_quarters(today_of(context), QUARTERS), context.clock.zone
    )
    columns = [
        (
            name_quarter(one.since),
            [part(one.near_misses, "near", "near misses"), part(_hurt(one), "plain", "incidents")],
        )
        for one in quarters
    ]
    return Chart(
        id="near-misses",
        title="Near misses to incidents",
        sentence=f"This quarter: {_say(quarters[-1])}; the one before: {_say(quarters[-2])}. "
        "Where telling is safe, near misses are the many.",
        columns=stack_columns(columns),
        top=highest_of(columns),
        legend=(("near", "near misses"), ("plain", "incidents")),
        table=Table(
            head=("Quarter", "Near misses", "Incidents"),
            rows=tuple((name_quarter(one.since), str(one.near_misses), str(_hurt(one))) for one in quarters),
        ),
    )


def _hurt(filed: Filed) -> int:
    return filed.total - filed.near_misses


def _say(filed: Filed) -> str:
    near = describe_count(filed.near_misses, "near miss", "near misses")
    return f"{near} to {say_incidents(_hurt(filed))}"

"""Chart: what is filed, by month and severity."""

from incidentrepo.metrics import Filed, count_filed, last_months
from incidentrepo.model.severity import Severity
from incidentrepo.site.charts import Table, stack_columns
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.dashboard.chart import (
    Chart,
    highest_of,
    incidents_of,
    name_month,
    part,
    today_of,
)
from incidentrepo.site.times import MONTHS
from incidentrepo.site.words import describe_count

_MONTHS = 12


def chart_filed(context: Context) -> Chart:
    """Return how many were filed in each of the last twelve months."""
    months = count_filed(incidents_of(context), last_months(today_of(context), _MONTHS), context.clock.zone)
    severities = _severities(months)
    columns = [
        (
            MONTHS[month.since.month - 1][:3],
            [
                *(part(month.incidents.get(one, 0), _colour(one), _name(one)) for one in severities),
                part(month.near_misses, "near", "near misses"),
            ],
        )
        for month in months
    ]
    return Chart(
        id="filed",
        title="What is filed",
        sentence=_sentence(months[-1], months[-2]),
        columns=stack_columns(columns),
        top=highest_of(columns),
        legend=(*((_colour(one), _name(one)) for one in severities), ("near", "near misses")),
        table=Table(
            head=("Month", *map(_name, severities), "Near misses"),
            rows=tuple(
                (
                    name_month(month.since),
                    *(str(month.incidents.get(one, 0)) for one in severities),
                    str(month.near_misses),
                )
                for month in months
            ),
        ),
        left_out="Exercises, maintenance, and what turned out to be no incident are left out.",
    )


def _sentence(now: Filed, before: Filed) -> str:
    near = describe_count(now.near_misses, "near miss", "near misses")
    among = f", {near} among them" if now.near_misses else ""
    return (
        f"Filed this month: {now.total}{among}; the month before: {before.total}. "
        "Going up is good: what is small and told costs least."
    )


def _severities(months: tuple[Filed, ...]) -> list[Severity | None]:
    """Return the severities that were filed, the worst first, and None where some had none."""
    return [one for one in (*Severity, None) if any(month.incidents.get(one) for month in months)]


def _colour(severity: Severity | None) -> str:
    return severity.lower() if severity else "plain"


def _name(severity: Severity | None) -> str:
    return severity.value if severity else "No severity"

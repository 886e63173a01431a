"""Chart: a year of days."""

from datetime import timedelta

from incidentrepo.metrics import DayCount, count_days
from incidentrepo.model.severity import Severity
from incidentrepo.site.charts import Table, lay_out_days
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.dashboard.chart import Chart, incidents_of, say_incidents, today_of
from incidentrepo.site.times import describe_day

_YEAR = timedelta(days=364)  # before today, which makes 365


def chart_days(context: Context) -> Chart:
    """Return the last year as a calendar, with the days on which something began."""
    last = today_of(context)
    first = last - _YEAR
    days = count_days(incidents_of(context), first, last, context.clock.zone)
    calm = (last - first).days + 1 - len(days)
    severities = [severity for severity in Severity if any(one.worst is severity for one in days)]
    return Chart(
        id="days",
        title="A year of days",
        sentence=f"On {calm} of the last 365 days nothing began.",
        cells=lay_out_days(first, last, [(one.day, _colour(one), _say(one)) for one in days]),
        legend=tuple((severity.lower(), severity.value) for severity in severities),
        table=Table(
            head=("Day", "Began", "Worst"),
            rows=tuple((describe_day(one.day), str(one.count), one.worst or "") for one in reversed(days)),
        ),
        left_out="Near misses, exercises and maintenance are left out, and what has no day.",
    )


def _colour(one: DayCount) -> str:
    return one.worst.lower() if one.worst else "plain"


def _say(one: DayCount) -> str:
    worst = f", the worst {one.worst}" if one.worst else ""
    return f"{describe_day(one.day)}: {say_incidents(one.count)}{worst}"

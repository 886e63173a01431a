"""The dashboard: are we getting better at this?"""

from collections.abc import Callable

from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.dashboard.chart import Chart
from incidentrepo.site.internal.dashboard.days import chart_days
from incidentrepo.site.internal.dashboard.filed import chart_filed
from incidentrepo.site.internal.dashboard.mitigated import chart_mitigated
from incidentrepo.site.internal.dashboard.near_misses import chart_near_misses
from incidentrepo.site.internal.dashboard.postmortems import chart_postmortems
from incidentrepo.site.internal.dashboard.waiting import chart_waiting
from incidentrepo.site.page import Heading, Page

PATH = "dashboard/"

CHARTS: tuple[Callable[[Context], Chart], ...] = (
    chart_filed,
    chart_mitigated,
    chart_postmortems,
    chart_waiting,
    chart_near_misses,
    chart_days,
)


def make_dashboard(context: Context) -> Page:
    """Return the dashboard: six charts, each with what it shows now in a sentence."""
    charts = [make_chart(context) for make_chart in CHARTS]
    return context.page(
        "internal/dashboard.html",
        PATH,
        title="Are we getting better at this?",
        description=f"What {context.edition.organisation} files, how long it hurts, and what is kept.",
        headings=[Heading(level=2, id=f"ir-{chart.id}", title=chart.title) for chart in charts],
        navigation="Dashboard",
        charts=charts,
    )

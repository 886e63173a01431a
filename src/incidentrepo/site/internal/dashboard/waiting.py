"""Chart: follow-ups by age."""

from incidentrepo.metrics import Waiting, count_waiting
from incidentrepo.site.charts import Table, stack_columns
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.dashboard.chart import Chart, highest_of, part
from incidentrepo.site.words import describe_count

# In days, with what each age is called.
_AGES = {
    0: "up to a month",
    30: "1 to 3 months",
    90: "3 to 6 months",
    180: "6 to 12 months",
    365: "over a year",
}


def chart_waiting(context: Context) -> Chart:
    """Return how long ago the open follow-ups were promised."""
    waiting = count_waiting(context.edition.duties, tuple(_AGES), context.clock.now)
    columns = [
        (_AGES[one.days], [part(one.in_time, "good", "not due yet"), part(one.overdue, "bad", "overdue")])
        for one in waiting
    ]
    return Chart(
        id="waiting",
        title="Follow-ups by age",
        sentence=_sentence(waiting),
        columns=stack_columns(columns),
        top=highest_of(columns),
        legend=(("good", "not due yet"), ("bad", "overdue")),
        table=Table(
            head=("Promised", "Not due yet", "Overdue"),
            rows=tuple((_AGES[one.days], str(one.in_time), str(one.overdue)) for one in waiting),
        ),
        left_out="What policy does not ask for, as of imported records, is left out.",
    )


def _sentence(waiting: tuple[Waiting, ...]) -> str:
    overdue = sum(one.overdue for one in waiting)
    total = overdue + sum(one.in_time for one in waiting)
    if not total:
        return "No follow-up is open: all that was promised is done, or was dropped with a reason."
    return f"{describe_count(total, 'follow-up is', 'follow-ups are')} open; overdue: {overdue}."

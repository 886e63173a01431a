"""What each chart of the dashboard is: a question, its answer in a sentence, a drawing and its numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.site.charts import Cell, Columns, Part, Table
from incidentrepo.site.internal.context import Context
from incidentrepo.site.times import MONTHS
from incidentrepo.site.words import describe_count

QUARTERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """
    One chart, with `columns` or `cells`.

    `legend` are colours (words of the style sheet) with their names; `top` says what the highest column
    stands for, and `left_out` what is not in it and why.
    """

    id: str
    title: str
    sentence: str
    table: Table
    columns: Columns | None = None
    cells: tuple[Cell, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()
    top: str = ""
    left_out: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw."""
        if self.columns is not None:
            return not self.columns.bars
        return not any(cell.says for cell in self.cells)


def incidents_of(context: Context) -> tuple[IncidentSummary, ...]:
    """Return the records that are counted from."""
    return context.edition.incidents


def today_of(context: Context) -> date:
    """Return the day on which the dashboard is looked at."""
    return context.clock.now.astimezone(context.clock.zone).date()


def name_month(since: date) -> str:
    """Return `November 2026`."""
    return f"{MONTHS[since.month - 1]} {since.year}"


def name_quarter(since: date) -> str:
    """Return `Q4 2026`."""
    return f"Q{(since.month + 2) // 3} {since.year}"


def part(count: int, colour: str, what: str) -> Part:
    """Return a piece of a column that says its number."""
    return Part(value=count, colour=colour, says=f"{count} {what}")


def highest_of(columns: Iterable[tuple[str, Sequence[Part]]]) -> str:
    """Return what the highest column counts."""
    return str(round(max((sum(each.value for each in parts) for _, parts in columns), default=0)))


def say_incidents(count: int) -> str:
    """Return `1 incident`, `12 incidents`."""
    return describe_count(count, "incident")

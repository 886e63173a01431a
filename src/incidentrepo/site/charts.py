"""Charts as plain values: where each bar stands, what it says, and the table that it is drawn from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

# In units of the drawing, which grows and shrinks as a whole.
WIDTH, HEIGHT = 480, 120
_GAP = 0.28  # of a column
_CELL = 9
_WEEK = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a column: how much, in which colour (a word of the style sheet), and what it says."""

    value: float
    colour: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A piece of a column as it is drawn."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A word under a column, in the middle of it."""

    x: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """Stacked columns; `top` is what the highest one stands for."""

    bars: tuple[Bar, ...]
    labels: tuple[Label, ...]
    top: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A day of a calendar as it is drawn; one that says nothing is an empty day."""

    x: int
    y: int
    colour: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The numbers that a chart is drawn from; the first cell of a row names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def stack_columns(columns: Sequence[tuple[str, Sequence[Part]]]) -> Columns:
    """Return columns of equal width, each a label and its parts from the bottom up."""
    step = WIDTH / max(len(columns), 1)
    top = max((sum(part.value for part in parts) for _, parts in columns), default=0.0)
    bars: list[Bar] = []
    for number, (_, parts) in enumerate(columns):
        bars += _stack(parts, left=step * (number + _GAP / 2), width=step * (1 - _GAP), scale=_scale(top))
    labels = (
        Label(x=_round(step * (number + 0.5)), text=text) for number, (text, _) in enumerate(columns) if text
    )
    return Columns(bars=tuple(bars), labels=tuple(labels), top=top)


def lay_out_days(first: date, last: date, told: Iterable[tuple[date, str, str]]) -> tuple[Cell, ...]:
    """Return the days as weeks from left to right, Monday on top; `told` are days, colours and words."""
    known = {day: (colour, says) for day, colour, says in told}
    monday = first - timedelta(days=first.weekday())
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(
        Cell(
            x=(day - monday).days // _WEEK * _CELL,
            y=day.weekday() * _CELL,
            colour=known.get(day, ("", ""))[0],
            says=known.get(day, ("", ""))[1],
        )
        for day in days
    )


def _stack(parts: Iterable[Part], *, left: float, width: float, scale: float) -> list[Bar]:
    bars, below = [], 0.0
    for part in parts:
        if part.value:
            height = part.value * scale
            bars.append(
                Bar(
                    x=_round(left),
                    y=_round(HEIGHT - below - height),
                    width=_round(width),
                    height=_round(height),
                    colour=part.colour,
                    says=part.says,
                )
            )
            below += height
    return bars


def _scale(top: float) -> float:
    return HEIGHT / top if top else 0.0


def _round(number: float) -> float:
    return round(number, 1)

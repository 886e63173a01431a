"""Where the pieces of a chart stand."""

from datetime import date

from incidentrepo.site.charts import Bar, Cell, Columns, Label, Part, lay_out_days, stack_columns


def test_columns() -> None:
    """
    Columns share the width, the highest one takes all of the height, and nothing is drawn of nothing.
    """
    one, two = Part(value=1, colour="good", says="1 good"), Part(value=3, colour="bad", says="3 bad")

    assert stack_columns(
        [("a", [one, two]), ("b", [Part(value=0, colour="good", says="0"), one])]
    ) == Columns(
        bars=(
            Bar(x=33.6, y=90.0, width=172.8, height=30.0, colour="good", says="1 good"),
            Bar(x=33.6, y=0.0, width=172.8, height=90.0, colour="bad", says="3 bad"),
            Bar(x=273.6, y=90.0, width=172.8, height=30.0, colour="good", says="1 good"),
        ),
        labels=(Label(x=120.0, text="a"), Label(x=360.0, text="b")),
        top=4,
    )


def test_nothing() -> None:
    """
    Nothing at all, or only noughts, is an empty drawing.
    """
    assert stack_columns([]) == Columns(bars=(), labels=(), top=0)
    assert stack_columns([("a", [Part(value=0, colour="good", says="0")])]).bars == ()


def test_days() -> None:
    """
    Weeks go from left to right, Monday on top; a day that is told has its colour and words.
    """
    sunday, monday = date(2026, 11, 1), date(2026, 11, 2)

    assert lay_out_days(sunday, monday, [(monday, "sev1", "2 Nov 2026: 1 incident")]) == (
        Cell(x=0, y=54),
        Cell(x=9, y=0, colour="sev1", says="2 Nov 2026: 1 incident"),
    )

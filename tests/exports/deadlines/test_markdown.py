import pytest

from incidentrepo.exports.deadlines.markdown import write_markdown
from tests.exports.deadlines.owed import LATE, NUDGE, REPORT, SOON, end_of, make, owed


def test_by_owner() -> None:
    """
    Whoever is late comes first; everybody's part says when, what, and what to type.
    """
    assert write_markdown(make(LATE, NUDGE, REPORT, SOON)) == (
        "## What we owe\n"
        "\n"
        "4 owed, **1 overdue**, as of 2026-11-23 09:00 +0000.\n"
        "\n"
        "### `grace`\n"
        "\n"
        "- **2 days 9 h overdue** (due 2026-11-20): `Alert on checkout success`\n"
        "  of `2026-11-02-checkout-errors`, next `incidentrepo postmortem new checkout`\n"
        "\n"
        "### `ada`\n"
        "\n"
        "- 46 min ago (due 2026-11-23 08:14): `update: Checkout answers 500`\n"
        '  of `2026-11-02-checkout-errors`, next `incidentrepo update checkout "..."`\n'
        "- in 2 days 15 h (due 2026-11-25): `postmortem: Checkout answers 500`\n"
        "  of `2026-11-02-checkout-errors`, next `incidentrepo postmortem new checkout`\n"
        "\n"
        "### Nobody yet\n"
        "\n"
        "- in 1 day 5 h (due 2026-11-24 14:30): `authority-report: Checkout answers 500`\n"
        "  of `2026-11-02-checkout-errors`, next `incidentrepo postmortem new checkout`\n"
    )


def test_nothing() -> None:
    """
    An issue that is kept up to date says that nothing is owed.
    """
    assert write_markdown(make()) == "## What we owe\n\nNothing, as of 2026-11-23 09:00 +0000.\n"


@pytest.mark.parametrize(
    ("title", "written"),
    (
        ("@everyone see #12", "`x: @everyone see #12`"),
        ("<img src=x> [a](https://example.org)", "`x: <img src=x> [a](https://example.org)`"),
        ("a `b` c", "``x: a `b` c``"),
        ("ends in ``", "``` x: ends in `` ```"),
        ("two\n\nlines", "`x: two lines`"),
        ("long " * 40, f"`x: {('long ' * 40)[:116].rstrip()}…`"),
    ),
)
def test_no_title_acts(title: str, written: str) -> None:
    """
    A title is code: no host makes a mention, a link, a reference or a picture of it.
    """
    assert f": {written}\n  of `" in write_markdown(make(owed("x", end_of(25), title=title)))


def test_cut_before_a_host_does() -> None:
    """
    An issue holds 65,536 characters: what is due first is told, and how much is left out.
    """
    text = write_markdown(make(*(owed("x", end_of(25), title="y" * 500) for _ in range(2000))))

    assert "\nAnd 1850 more, due later: `incidentrepo deadlines`.\n" in text
    assert len(text) < 65_536


def test_unreadable() -> None:
    """
    What cannot be read is named, for what it owes is not known.
    """
    text = write_markdown(make(unreadable=("incidents/2026/11/x/incident.yaml",)))

    assert text.endswith("for they cannot be read:\n\n- `incidents/2026/11/x/incident.yaml`\n")

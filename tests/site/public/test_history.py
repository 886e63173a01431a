"""Everything that is over, by month, in pages that one reads."""

from incidentrepo.model.edition import PublicIncident
from incidentrepo.model.status import Status
from incidentrepo.model.time import parse_time
from incidentrepo.site.page import Page
from incidentrepo.site.public.context import make_context
from incidentrepo.site.public.history import make_history
from tests.site.editions import public


def over(day: str, number: int = 0) -> PublicIncident:
    return PublicIncident(
        slug=f"s{day}-{number}",
        title=f"Down on {day}",
        status=Status.RESOLVED,
        started_at=parse_time(f"{day}T09:00:00Z"),
    )


def pages(*incidents: PublicIncident) -> dict[str, Page]:
    return {page.path: page for page in make_history(make_context(public(*incidents)))}


def test_one_page() -> None:
    """
    A few years of a few incidents are one page, by month.
    """
    made = pages(over("2026-11-02"), over("2026-10-05"), over("2024-01-07"))

    assert list(made) == ["history/"]
    html = made["history/"].html
    assert html.index("November 2026") < html.index("October 2026") < html.index("January 2024")
    assert "Other years" not in html


def test_many() -> None:
    """
    What one page does not hold has a page a year, each with a way to the others.
    """
    busy = [over("2026-03-01", number) for number in range(60)] + [
        over("2025-03-01", number) for number in range(60)
    ]

    made = pages(*busy, over("2024-01-07"))

    assert list(made) == ["history/", "history/2025/", "history/2024/"]
    assert made["history/"].html.count("Down on 2026") == 60
    assert 'href="../history/2025/"' in made["history/"].html
    assert made["history/2025/"].html.count("Down on 2025") == 60
    assert 'href="../../history/2024/"' in made["history/2025/"].html
    assert 'href="../../history/"' in made["history/2025/"].html
    assert [page.navigation for page in made.values()] == ["History", "", ""]


def test_a_busy_year() -> None:
    """
    The latest year is shown whole, however much there was in it.
    """
    made = pages(*(over("2026-03-01", number) for number in range(150)), over("2025-01-07"))

    assert made["history/"].html.count("Down on 2026") == 150
    assert list(made) == ["history/", "history/2025/"]


def test_nothing() -> None:
    """
    Where nothing is over the page says so.
    """
    assert "Nothing is over yet" in pages()["history/"].html

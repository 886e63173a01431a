"""The dashboard as a page."""

import pytest

from incidentrepo.model.severity import Severity
from incidentrepo.site.internal.dashboard.making import CHARTS, make_dashboard
from tests.site.editions import context, incident, shown, times

LASTED = times(declared_at="2026-11-02T09:14:00Z", mitigated_at="2026-11-02T09:44:00Z")


def test_every_chart_is_told_in_words_and_numbers() -> None:
    """
    Each chart has a heading that can be linked, a sentence, and a table.
    """
    page = make_dashboard(context(shown(incident(severity=Severity.SEV1, times=LASTED))))

    assert [heading.id for heading in page.headings] == [
        "ir-filed",
        "ir-mitigated",
        "ir-postmortems",
        "ir-waiting",
        "ir-near-misses",
        "ir-days",
    ]
    assert all(f'<h2 id="{heading.id}">' in page.html for heading in page.headings)
    assert page.html.count("<summary>The numbers</summary>") == 4
    assert page.html.count("There is nothing to draw yet.") == 2


def test_drawings_say_what_they_show() -> None:
    """
    A drawing has a name for those who do not see it, and each of its pieces says its number.
    """
    html = make_dashboard(context(shown(incident(severity=Severity.SEV1, times=LASTED)))).html

    assert 'role="img" aria-labelledby="ir-filed-name"><title id="ir-filed-name">What is filed: ' in html
    assert "<title>1 SEV1</title>" in html
    assert "<title>half within 30 min</title>" in html
    assert "<title>2 Nov 2026: 1 incident, the worst SEV1</title>" in html


@pytest.mark.parametrize("make_chart", CHARTS)
def test_nothing_yet(make_chart) -> None:  # type: ignore[no-untyped-def]  # a row of the table of charts
    """
    Before anything was filed there is nothing to draw, and a sentence all the same.
    """
    chart = make_chart(context())

    assert chart.is_empty
    assert chart.sentence

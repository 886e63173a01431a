from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.model.summarising import summarise_incident
from incidentrepo.site.internal.lists import make_list_of_all, make_lists
from tests.site.editions import context, incident, shown


def test_lists() -> None:
    """
    There is a list for each way to narrow, and near misses have one before there is any.
    """
    one = shown(incident(tags=("payments",), services=("checkout",)))

    assert make_list_of_all(context(one)).path == "lists/"
    assert [late.path for late in make_lists(context(one))] == [
        "lists/2026/",
        "lists/severity/sev2/",
        "lists/status/open/",
        "lists/kind/incident/",
        "lists/kind/near-miss/",
        "services/checkout/",
        "tags/payments/",
    ]


def test_long_lists_take_pages() -> None:
    """
    A list of hundreds is cut, and its pages lead to each other.
    """
    many = [shown(incident(f"2026-11-02-n{number}")) for number in range(151)]
    first = make_list_of_all(context(*many))
    second = next(make_lists(context(*many))).make()

    assert (first.path, second.path) == ("lists/", "lists/page-2/")
    assert first.html.count('<li class="ir-line">') == 150
    assert '<a href="../lists/page-2/">Older</a>' in first.html
    assert '<a href="../../lists/">Newer</a>' in second.html


def test_line() -> None:
    """
    A line says the day, severity, kind, title and tags.
    """
    one = shown(incident(kind=Kind.NEAR_MISS, severity=Severity.SEV3, tags=("payments",), title="Almost <b>"))
    line = context(one).line(summarise_incident(one), "../")

    assert "2 Nov 2026" in line
    assert 'title="Minor">SEV3</span>' in line
    assert "Near miss" in line
    assert '<a href="../incidents/2026-11-02-checkout/">Almost &lt;b&gt;</a>' in line
    assert '<a class="ir-tag" href="../tags/payments/">payments</a>' in line


def test_thousands_of_tags() -> None:
    """
    The list of a tag names a part of the other tags, or all of them together would be their square.
    """
    one = shown(incident(tags=tuple(f"n{number}" for number in range(100))))
    *_, last = make_lists(context(one))
    html = last.make().html

    assert html.count('class="ir-chip" href="../../tags/') == 40
    assert '<a href="../../lists/">60 more</a>' in html
    assert make_list_of_all(context(one)).html.count('class="ir-chip" href="../tags/') == 100

from datetime import timedelta

from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status
from incidentrepo.site.internal.home import make_home
from tests.site.editions import NOW, context, duty, incident, shown, times


def test_what_is_open_comes_first() -> None:
    """
    Every incident that is going on has a card, the worst first; what is over has none.
    """
    html = make_home(
        context(
            shown(incident("2026-11-20-late", title="Late", severity=Severity.SEV3)),
            shown(incident("2026-11-19-down", title="Down", severity=Severity.SEV1, status=Status.MITIGATED)),
            shown(incident("2026-11-18-over", title="Over", status=Status.RESOLVED)),
        )
    ).html

    assert html.count("<article") == 2
    assert html.index(">Down</a>") < html.index(">Late</a>")
    assert "nobody yet" in html


def test_next_step() -> None:
    """
    A card says what to do first about its incident, and what to type for it.
    """
    one = incident("2026-11-20-late")
    html = make_home(context(shown(one))).html

    card = html[html.index("<article") : html.index("</article>")]
    assert "Next" in card
    assert '<code class="ir-command">incidentrepo ' in card


def test_calm() -> None:
    """
    Nothing open is said calmly, with the days since the last SEV1.
    """
    worst = incident(
        "2026-11-01-down",
        severity=Severity.SEV1,
        status=Status.CLOSED,
        times=times(resolved_at="2026-11-02T11:00:00Z"),
    )
    html = make_home(context(shown(worst))).html

    assert "Nothing is open" in html
    assert "20 days since the last SEV1 was over." in html


def test_owed() -> None:
    """
    What is overdue says who, how late, and what to type; what is paid says nothing.
    """
    late = duty(NOW - timedelta(days=2))
    paid = duty(NOW - timedelta(days=3), is_satisfied=True, owed_by="bob")
    html = make_home(context(shown(), duties=(late, paid))).html

    assert "Ada Lovelace" in html
    assert "2 days overdue" in html
    assert "incidentrepo postmortem new 2026-11-02-checkout" in html
    assert "bob" not in html


def test_near_misses_count() -> None:
    """
    More filed than the month before is good news, and near misses are named.
    """
    html = make_home(
        context(
            shown(incident("2026-11-02-a", kind=Kind.NEAR_MISS)),
            shown(incident("2026-11-03-b")),
            shown(incident("2026-10-03-c")),
            shown(incident("2026-11-04-d", status=Status.INVALID)),
        )
    ).html

    assert '<span class="ir-filed__number">2</span>' in html
    assert "1 the month before. More filed is good news" in html
    assert "1 near miss among them." in html


def test_filed_as_the_dashboard_counts() -> None:
    """
    What is played or planned is no sign of how openly people file.
    """
    drill = incident("2026-11-03-drill", kind=Kind.EXERCISE, severity=None)
    html = make_home(context(shown(incident()), shown(drill))).html

    assert '<span class="ir-filed__number">1</span>' in html


def test_planned_work() -> None:
    """
    Work that has yet to begin is no fire: it has no card, and the next one comes first; begun, it has one.
    """
    later, sooner, begun = (
        incident(
            f"2026-11-2{number}-{title.lower()}",
            title=title,
            kind=Kind.MAINTENANCE,
            severity=None,
            times=times(planned_from=f"2026-12-0{day}T08:00:00Z", **more),
        )
        for number, (title, day, more) in enumerate(
            (("Later", 9, {}), ("Sooner", 2, {}), ("Begun", 1, {"started_at": "2026-11-22T11:00:00Z"}))
        )
    )
    html = make_home(context(shown(later), shown(sooner), shown(begun))).html

    assert html.count("<article") == 1
    assert html.index("<article") < html.index(">Begun</a>") < html.index("</article>")
    assert "nobody yet" not in html
    planned = html[html.index("<h2>Planned</h2>") :]
    assert planned.index(">Sooner</a>") < planned.index(">Later</a>")

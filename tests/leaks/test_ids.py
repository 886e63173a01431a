"""Incidents' own ids."""

from dataclasses import replace

from incidentrepo.leaks.leak import LeakKind
from tests.leaks.samples import KNOWN, found_in

IDS = frozenset({"2026-11-02-checkout-errors", "INC-204"})


def found(text: str, ids: frozenset[str]) -> list[str]:
    return found_in(text, LeakKind.INTERNAL_ID, replace(KNOWN, ids=ids))


def test_ids() -> None:
    """
    Ids and aliases are found whole and in any case; other things with dates and numbers are not.
    """
    text = "See 2026-11-02-checkout-errors, inc\\-204, /INC-204/, 2026-11-02-checkout, COVID-19, PINC-204."

    assert found(text, IDS) == ["2026-11-02-checkout-errors", "inc\\-204", "INC-204"]


def test_none_known() -> None:
    """
    Where no incident is known, whatever looks like an id may be one.
    """
    assert found("2026-11-02-checkout and INC-7, on 2026-11-02", frozenset()) == [
        "2026-11-02-checkout",
        "INC-7",
    ]

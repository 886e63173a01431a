import subprocess
import sys
from datetime import date

import pytest

from incidentrepo.config.holidays import Holidays, decode_holidays, find_unknown_regions
from incidentrepo.model.place import Place

BERLIN = {"holidays": ["2026-12-24", {"country": "DE", "subdivision": "BE"}, None]}


@pytest.mark.parametrize(
    ("day", "is_off"),
    (
        ("2026-12-24", True),  # the policy's own
        ("2026-10-03", True),  # all of Germany
        ("2026-03-08", True),  # Berlin alone
        ("2026-01-06", False),  # Bavaria, and not Berlin
        ("2029-04-02", True),  # Easter Monday, which moves
        ("2026-12-23", False),
    ),
)
def test_days_off(day: str, *, is_off: bool) -> None:
    """
    What the policy names is off, and what the part of the country that it names celebrates.
    """
    assert (date.fromisoformat(day) in decode_holidays(BERLIN)) is is_off


def test_days_alone() -> None:
    """
    Where no country is named, holidays are days and nothing else.
    """
    assert decode_holidays({"holidays": ["2026-12-25"]}) == frozenset({date(2026, 12, 25)})
    assert decode_holidays({}) == frozenset()


@pytest.mark.parametrize(
    ("line", "message"),
    (
        ("holidays: [{country: XX}]", "no holidays are known for XX"),
        ("holidays: [{country: DE, subdivision: ZZ}]", "no holidays are known for ZZ of DE"),
    ),
)
def test_unknown(line: str, message: str) -> None:
    """
    A country or a part of one that nobody knows is told at its place, and has no holidays.
    """
    region = {"country": "XX"} if "XX" in line else {"country": "DE", "subdivision": "ZZ"}
    holidays = decode_holidays({"holidays": [region]})

    (problem,) = find_unknown_regions("incidentrepo.yaml", line.encode(), holidays)

    assert (problem.message, problem.place) == (message, Place(line=1, column=12))
    assert date(2026, 12, 25) not in holidays


def test_known() -> None:
    """
    What is known is no problem.
    """
    assert isinstance(decode_holidays(BERLIN), Holidays)
    assert list(find_unknown_regions("incidentrepo.yaml", b"holidays: []", decode_holidays(BERLIN))) == []


@pytest.mark.parametrize("day", (date.min, date(1900, 1, 1), date.max))
def test_any_year(day: date) -> None:
    """
    A year of which nothing is known is a year without holidays, not a crash.
    """
    countries = [{"country": code} for code in ("DE", "CN", "SA", "IL", "IN", "US", "GB", "JP", "KR", "TR")]

    assert (day in decode_holidays({"holidays": countries})) in {True, False}


def test_the_import_waits() -> None:
    """
    Reading a policy that names a country imports nothing: declaring must not wait for it.
    """
    code = (
        "import sys; from incidentrepo.config.decode_policy import decode_policy;"
        "decode_policy({'holidays': [{'country': 'DE'}]}); print('holidays' in sys.modules)"
    )

    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert printed == "False\n"

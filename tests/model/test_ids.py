from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.model.ids import (
    incident_folder,
    is_incident_id,
    make_entry_id,
    make_follow_up_id,
    make_incident_id,
    slugify,
)

NOVEMBER = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("title", "slug"),
    (
        ("Checkout answers 500", "checkout-answers-500"),
        ("  --Ünïcödé & Straße!  ", "unicode-strasse"),
        ("Łódź: 50% off", "lodz-50-off"),
        ("障害", "untitled"),
        ("", "untitled"),
        ("one " * 20, "one-" * 14 + "one"),
        ("x" * 70, "x" * 60),
        ("a " + "x" * 70, "a"),
    ),
)
def test_slug(title: str, slug: str) -> None:
    """
    A title becomes ASCII words, cut between two of them.
    """
    assert slugify(title) == slug


@given(st.text())
def test_any_title(title: str) -> None:
    """
    Whatever the title, its slug is an id of at most sixty characters, and its own slug.
    """
    slug = slugify(title)

    assert is_incident_id(slug)
    assert len(slug) <= 60
    assert slugify(slug) == slug


@given(
    st.text(),
    st.none() | st.dates(),
    st.integers(min_value=0, max_value=30),
)
def test_free_id(title: str, day: date | None, others: int) -> None:
    """
    An id is always an id, always free, and never longer than allowed, however many others there are.
    """
    taken: set[str] = set()
    for _ in range(others):
        taken.add(make_incident_id(title, day, taken))

    new = make_incident_id(title, day, taken)

    assert is_incident_id(new)
    assert len(new) <= 60 + (11 if day else 0)
    assert new not in taken
    assert len(taken) == others


def test_numbered_ids() -> None:
    """
    A second incident of the same name gets a number, for which a long name makes room.
    """
    name = "x" * 60
    taken = {f"2026-11-02-{name}", *(f"2026-11-02-{name[:58]}-{number}" for number in range(2, 10))}

    assert make_incident_id(name, NOVEMBER, taken) == f"2026-11-02-{name[:57]}-10"
    assert make_incident_id("Checkout", NOVEMBER, {"2026-11-02-checkout"}) == "2026-11-02-checkout-2"
    assert make_incident_id("Checkout", None, {"2026-11-02-checkout"}) == "checkout"


@pytest.mark.parametrize(
    ("incident_id", "folder"),
    (
        ("2026-11-02-checkout", "incidents/2026/11/2026-11-02-checkout"),
        ("checkout", "incidents/undated/checkout"),
        ("2026-13-02-checkout", "incidents/undated/2026-13-02-checkout"),
        ("2026-11-02", "incidents/undated/2026-11-02"),
    ),
)
def test_folder(incident_id: str, folder: str) -> None:
    """
    A dated id lies under its year and month, any other under `undated`.
    """
    assert incident_folder(incident_id) == folder


@pytest.mark.parametrize(
    "text",
    (
        "",
        "Checkout",
        "2026-11-02-",
        "a--b",
        "a_b",
        "../a",
        "a\n",
        "é",
        "2026-11-02-" + "x" * 61,
        "x" * 61,
    ),
)
def test_what_is_no_id(text: str) -> None:
    """
    What could not be a folder's name in a link is no id.
    """
    assert not is_incident_id(text)


def test_entry_ids() -> None:
    """
    An entry's id is `t`, a follow-up's `f`, and eight letters that the caller chose.
    """
    assert make_entry_id(lambda letters: letters[0]) == "taaaaaaaa"
    assert make_follow_up_id(lambda letters: letters[-1]) == "f77777777"

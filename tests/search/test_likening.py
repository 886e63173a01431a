from incidentrepo.search.likening import Likeness, find_alike

EARLIER = (
    "2026-05-03-checkout-errors-after-canary",
    "2026-06-01-newsletter-greets-everybody",
    "2026-07-02-checkout-is-slow",
)


def test_alike() -> None:
    """
    The one with the most words in common is found, and says which they are.
    """
    found = find_alike("2026-11-22-checkout-errors-on-fridays", EARLIER)

    assert found == Likeness(incident="2026-05-03-checkout-errors-after-canary", words=("errors", "checkout"))


def test_latest_of_equals() -> None:
    """
    Of two that share the same word the later one is more likely to be of help.
    """
    found = find_alike("2026-11-22-checkout-answers-500", EARLIER)

    assert found == Likeness(incident="2026-07-02-checkout-is-slow", words=("checkout",))


def test_nothing_alike() -> None:
    """
    Dates, numbers and small words make nothing alike, nor does an incident itself.
    """
    assert find_alike("2026-07-02-the-lift-is-stuck", (*EARLIER, "2026-07-02-the-lift-is-stuck")) is None


def test_common_word() -> None:
    """
    A single word that many incidents have says nothing of two of them.
    """
    many = tuple(f"2026-01-{day:02}-checkout-{name}" for day, name in enumerate("abcdef", start=1))

    assert find_alike("2026-11-22-checkout-answers-500", many) is None

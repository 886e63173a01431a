"""Years are put together until an index is worth it."""

from incidentrepo.fulltext.shelves import Indexable, Shelf, fill_shelves


def pages(year: str, count: int, *, digest: str = "d") -> list[Indexable]:
    return [Indexable(file=f"{year}/{number:04}.html", year=year, digest=digest) for number in range(count)]


def names(*some: list[Indexable]) -> list[str]:
    return [shelf.name for shelf in fill_shelves(page for each in some for page in each)]


def test_one_shelf_for_few() -> None:
    """
    All the years of a small organisation are on one shelf.
    """
    assert names(pages("2024", 10), pages("2025", 20), pages("2026", 30)) == ["2024-2026"]


def test_a_shelf_each_for_many() -> None:
    """
    A year of a thousand pages has its own; what is left over is the newest.
    """
    assert names(pages("2026", 5), pages("2023", 600), pages("2024", 600), pages("2025", 1000)) == [
        "2023-2024",
        "2025",
        "2026",
    ]


def test_nothing() -> None:
    """
    Without pages there is no shelf.
    """
    assert names() == []


def test_key() -> None:
    """
    The key changes with what a page holds and with which pages there are, and not with their order.
    """
    some = pages("2026", 3)

    def key(*given: Indexable) -> str:
        (shelf,) = fill_shelves(given)
        assert isinstance(shelf, Shelf)
        return shelf.key

    assert key(*some) == key(*reversed(some))
    assert key(*some) != key(*some[:2])
    assert key(*some) != key(*pages("2026", 3, digest="e"))

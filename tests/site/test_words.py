import pytest

from incidentrepo.site.words import describe_count, describe_role


@pytest.mark.parametrize(
    ("count", "words"), ((0, "0 near misses"), (1, "1 near miss"), (1200, "1,200 near misses"))
)
def test_count(count: int, words: str) -> None:
    """
    A number agrees with its noun.
    """
    assert describe_count(count, "near miss", "near misses") == words


def test_role() -> None:
    """
    A role reads as people say it.
    """
    assert describe_role("communications_lead") == "Communications lead"

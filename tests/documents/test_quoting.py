import pytest

from incidentrepo.documents.quoting import write_scalar
from incidentrepo.documents.scalars import Scalar
from incidentrepo.errors import UsageError

WRITTEN: tuple[tuple[Scalar, str], ...] = (
    ("Checkout answers 500 for one customer in ten", "Checkout answers 500 for one customer in ten"),
    ("2026-11-02T09:14:00Z", "2026-11-02T09:14:00Z"),
    ("2026-12-02", "2026-12-02"),
    ("https://a.example/b#c", "https://a.example/b#c"),
    ("10.0.0.1", "10.0.0.1"),
    ("#inc-checkout", '"#inc-checkout"'),
    ("404", '"404"'),
    ("1.10", '"1.10"'),
    ("3e77", '"3e77"'),
    ("1e999", '"1e999"'),
    ("null", '"null"'),
    ("no", '"no"'),
    ("On", '"On"'),
    ("12:30", '"12:30"'),
    ("1_000", '"1_000"'),
    ("", '""'),
    (" a", '" a"'),
    ("a: b", '"a: b"'),
    ("a #b", '"a #b"'),
    ("it's", "it's"),
    ('"a" is it\'s', "'\"a\" is it''s'"),
    ("a\\b\n\t", '"a\\\\b\\n\\t"'),
    ("a, b", "a, b"),
    (None, "null"),
    (True, "true"),
    (7, "7"),
    (1.0, "1.0"),
)


@pytest.mark.parametrize(("value", "written"), WRITTEN)
def test_outside_of_flow(value: Scalar, written: str) -> None:
    """
    A scalar is bare where it reads as itself to us and to older tools, and quoted elsewhere.
    """
    assert write_scalar(value) == written


@pytest.mark.parametrize(("value", "written"), (("a, b", '"a, b"'), ("a]", '"a]"'), ("a:b", "a:b")))
def test_in_flow(value: Scalar, written: str) -> None:
    """
    Inside brackets, brackets and commas need quotes.
    """
    assert write_scalar(value, in_flow=True) == written


@pytest.mark.parametrize("value", ("a\x1bb", "a\u202eb", "a\r\nb", 10**25, float("inf"), float("nan")))
def test_refusal(value: Scalar) -> None:
    """
    What no file of ours can hold is refused before a file is touched.
    """
    with pytest.raises(UsageError):
        write_scalar(value)

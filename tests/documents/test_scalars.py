import pytest

from incidentrepo.documents.scalars import IntegerTooLongError, Scalar, resolve_plain

MEANINGS: tuple[tuple[str, Scalar], ...] = (
    ("", None),
    ("~", None),
    ("NULL", None),
    ("nULL", "nULL"),
    ("true", True),
    ("FALSE", False),
    ("no", "no"),
    ("on", "on"),
    ("y", "y"),
    ("404", 404),
    ("-7", -7),
    ("007", 7),
    ("0o17", 15),
    ("0xfF", 255),
    ("-0x1", "-0x1"),
    ("1.10", 1.1),
    (".5", 0.5),
    ("3e77", 3e77),
    ("1_000", "1_000"),
    ("12:30", "12:30"),
    ("2026-11-02", "2026-11-02"),
    ("2026-11-02T09:14:00Z", "2026-11-02T09:14:00Z"),
    ("2026-02-30", "2026-02-30"),
    (".inf", ".inf"),
    (".nan", ".nan"),
    ("1e999", "1e999"),
    ("1.2.3", "1.2.3"),
    ("-", "-"),
    ("٣", "٣"),
    ("12345678901234567890", 12345678901234567890),
)


@pytest.mark.parametrize(("text", "meaning"), MEANINGS)
def test_meaning(text: str, meaning: Scalar) -> None:
    """
    A plain scalar means what the core schema says, and nothing that YAML 1.1 made of it.
    """
    assert repr(resolve_plain(text)) == repr(meaning)


@pytest.mark.parametrize("text", ("1" * 21, "9" * 5000, "0x" + "f" * 19))
def test_long_integer(text: str) -> None:
    """
    A number too long to count with is refused with an error of its own, before Python refuses it.
    """
    with pytest.raises(IntegerTooLongError):
        resolve_plain(text)

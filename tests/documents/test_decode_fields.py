from incidentrepo.documents.decode_fields import read_choice, read_part, read_parts, read_texts, read_time
from incidentrepo.model.severity import Severity
from incidentrepo.model.time import parse_time

FIELDS = {
    "at": "2026-11-02",
    "severity": "SEV2",
    "tags": ["a", None, "b"],
    "tag": "a",
    "impact": {"customers": 3},
    "parts": [{"x": 1}, None, {}, {"x": 2}],
}


def test_what_is_there() -> None:
    """
    What a mapping says is read as its kind.
    """
    assert read_time(FIELDS, "at") == parse_time("2026-11-02")
    assert read_choice(FIELDS, "severity", Severity) is Severity.SEV2
    assert read_part(FIELDS, "impact") == {"customers": 3}


def test_what_is_not_there() -> None:
    """
    What a mapping does not say is nothing of its kind.
    """
    assert read_time(FIELDS, "nowhere") is None
    assert read_choice(FIELDS, "nowhere", Severity) is None
    assert (read_texts(FIELDS, "nowhere"), read_part(FIELDS, "nowhere"), read_parts(FIELDS, "nowhere")) == (
        (),
        {},
        (),
    )


def test_lists() -> None:
    """
    Of a list that lost items the rest keeps its positions; a single text is a list of one.
    """
    assert (read_texts(FIELDS, "tags"), read_texts(FIELDS, "tag")) == (("a", "b"), ("a",))
    assert read_parts(FIELDS, "parts") == ((0, {"x": 1}), (3, {"x": 2}))

"""The files that records are handed on in."""

import json

from incidentrepo.exports.records.files import write_index, write_year


def test_index() -> None:
    """
    The index names each file, how many records are in it, and their schema.
    """
    assert json.loads(write_index({"2026": 2, "undated": 1}, organisation="Shop")) == {
        "version": 1,
        "organisation": "Shop",
        "schema": "schema.json",
        "years": [
            {"year": "2026", "incidents": 2, "file": "2026.json"},
            {"year": "undated", "incidents": 1, "file": "undated.json"},
        ],
    }


def test_a_year() -> None:
    """
    A record is a line of its own, and half a letter spoils no file.
    """
    data = write_year("2026", [{"title": "a\nb"}, {"title": "\ud800"}])

    assert json.loads(data) == {
        "version": 1,
        "year": "2026",
        "incidents": [{"title": "a\nb"}, {"title": "?"}],
    }
    assert len(data.splitlines()) == 4


def test_no_record() -> None:
    """
    A year without any is still JSON.
    """
    assert json.loads(write_year("2026", []))["incidents"] == []

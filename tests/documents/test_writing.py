import pytest
from hypothesis import given

from incidentrepo.documents.strict_yaml import load_yaml
from incidentrepo.documents.writing import write_document
from incidentrepo.errors import UsageError
from tests.documents.strategies import RECORDS

RECORD = """\
# yaml-language-server: $schema=../incident.schema.json
schema_version: 1
id: 2026-11-02-checkout-errors
title: Checkout answers 500 for one customer in ten
tags: [payments]
started_at: 2026-11-02T09:02:00Z
roles: {commander: grace}
meet_at: "#inc-checkout-errors"
impact: {summary: One checkout in ten failed., customers: 1200}
timeline:
  - id: t4kq7xz2a
    at: 2026-11-02T09:14:00Z
    entry: declared
    answers: {what: service}
    text: |-
      One line.

        Another one.
  - id: tb2m5c7qd
    text: |
      Ends with a line end.
      It does.
related:
  see_also: [2025-01-01-a, 2025-01-02-b]
matrix:
  - - a
    - b
  - []
contributing_factors:
  - The canary read the wrong metric, which looked fine all through the deployment.
  - Nobody looked at the dashboard.
custom: {}
"""


def test_house_style() -> None:
    """
    A record is written as a person would have typed it.
    """
    header, _, body = RECORD.partition("\n")
    value = load_yaml(RECORD.encode()).value
    assert isinstance(value, dict)

    assert write_document(value, header=header + "\n") == f"{header}\n{body}"


@given(RECORDS)
def test_round_trip(record: dict[str, object]) -> None:
    """
    Whatever is written reads back as what it was, types and order included.
    """
    document = load_yaml(write_document(record).encode())

    assert document.problems == ()
    assert repr(document.value) == repr(record)


def test_long_key() -> None:
    """
    A key that YAML would not take for one is refused.
    """
    with pytest.raises(UsageError, match="a key has 1001 characters"):
        write_document({"k" * 1001: 1})

"""Texts that are made to take long."""

import time
from itertools import islice

import pytest

from incidentrepo.leaks.finding import find_leaks
from tests.leaks.samples import KNOWN

SIZE = 200_000
UNITS = (
    *("<!--", "_", "a_", "[", "](", "][", "<a", "a.", "a-", "a@", "%41", "&a", "\\", "\u00e9", "password="),
    *("token=a1", "://a:", "eyJ", "fd00:", "1.1.", "2026-11-02-a", "-----BEGIN ", "x@a.", "ada!", "hoeve-"),
    *("key=$", "Acme "),
)


@pytest.mark.parametrize("unit", UNITS)
def test_time(unit: str) -> None:
    """
    No repetition makes the time grow faster than the text.
    """
    text = f"a{unit * (SIZE // len(unit))}b"
    started = time.process_time()

    list(islice(find_leaks(text, KNOWN), 100))

    assert time.process_time() - started < 5

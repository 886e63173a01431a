"""Texts that are made to take long."""

import time
from itertools import islice

import pytest

from incidentrepo.leaks.finding import find_kind
from incidentrepo.leaks.leak import LeakKind
from tests.leaks.samples import KNOWN

SIZE = 1_000_000
# A second, on a machine that has other things to do.
LIMIT = 2
UNITS = (
    *("<!--", "_", "a_", "[", "](", "][", "<a", "a.", "a-", "a@", "%41", "&a", "\\", "\u00e9", "password="),
    *("token=a1", "://a:", "eyJ", "fd00:", "1.1.", "2026-11-02-a", "-----BEGIN ", "x@a.", "ada!", "hoeve-"),
    *("key=$", "Acme ", "![", "![a](", "`", "~~~", "bearer ", "--password ", "<b>", "**"),
)


@pytest.mark.parametrize("unit", UNITS)
def test_time(unit: str) -> None:
    """
    A megabyte, which is as much as a file may hold, is searched for any sort of leak within a second.
    """
    text = f"a{unit * (SIZE // len(unit.encode()))}b"

    for kind in LeakKind:
        started = time.process_time()
        list(islice(find_kind(kind, text, KNOWN), 100))
        assert time.process_time() - started < LIMIT, kind

from pathlib import Path

import pytest

from incidentrepo.doctor.hosts import PushHost
from incidentrepo.doctor.readers import READERS

PAGE = Path(__file__).parents[2] / "docs" / "hosts.md"


@pytest.mark.parametrize("host", sorted(set(PushHost) - {PushHost.OTHER, PushHost.NONE}))
def test_page(host: PushHost) -> None:
    """
    The page on hosts says of each host who can read what, in the words of `doctor`.
    """
    page = PAGE.read_text(encoding="utf-8")

    assert [f"| {host} | {what} | {who} |" in page for what, who in READERS[host]] == [True] * len(
        READERS[host]
    )


def test_every_host() -> None:
    """
    Of every host something is said.
    """
    assert set(READERS) == set(PushHost)

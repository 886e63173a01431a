from pathlib import Path

import pytest

from incidentrepo.doctor.hosts import Host
from incidentrepo.doctor.readers import READERS

PAGE = Path(__file__).parents[2] / "docs" / "hosts.md"


@pytest.mark.parametrize("host", tuple(host for host in Host if host not in {Host.OTHER, Host.NONE}))
def test_page(host: Host) -> None:
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
    assert set(READERS) == set(Host)

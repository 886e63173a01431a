"""Real postmortems, which their authors published: what is found in them had better be there."""

from pathlib import Path

import pytest

from incidentrepo.leaks.known import know
from incidentrepo.leaks.leak import LeakKind
from incidentrepo.model.people import People
from incidentrepo.model.policy import Publishing
from tests.leaks.samples import found_in

PUBLISHED = Path(__file__).parents[3] / "shared/data/postmortems"

# Addresses of private networks, and names of services inside clusters, which their authors did print.
PRINTED = frozenset(
    {
        "10.100.16.12",
        "10.12.5.36",
        "10.12.6.136",
        "10.12.8.137",
        "10.12.8.27",
        "10.128.0.17",
        "10.128.0.5",
        "10.128.0.6",
        "10.128.0.7",
        "10.15.251.161",
        "10.63.250.132",
        "boskos.test-pods.svc.cluster.local",
        "ip-10-0-32-54.eu-west-1.compute.internal",
        "localhost",
        "proxy-api",
    }
)


def read_published() -> list[str]:
    if not PUBLISHED.exists():
        pytest.skip("the published postmortems are not here")
    return [path.read_text(encoding="utf-8") for path in sorted(PUBLISHED.rglob("*.md"))]


def test_no_false_secret() -> None:
    """
    No secret is seen in what was published.
    """
    assert [found for text in read_published() for found in found_in(text, LeakKind.SECRET)] == []


def test_no_false_host() -> None:
    """
    Every host that is seen is one of a private network.
    """
    nobody = know(People(by_handle={}, is_declared=False), Publishing())
    found = {one for text in read_published() for one in found_in(text, LeakKind.INTERNAL_HOST, nobody)}

    assert sorted(found) == sorted(PRINTED)

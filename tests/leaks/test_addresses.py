"""Addresses and names that only the organisation's own network knows."""

import pytest

from incidentrepo.leaks.leak import LeakKind
from tests.leaks.samples import found_in


def found(text: str) -> list[str]:
    return found_in(text, LeakKind.INTERNAL_HOST)


@pytest.mark.parametrize(
    "host",
    (
        "10.0.0.1",
        "172.31.255.1",
        "192.168.1.17",
        "100.64.3.4",
        "169.254.169.254",
        "127.0.0.1",
        "10.3.0.0/16",
        "fd00::17",
        "fe80::1",
        "::1",
        "db7",
        "build3.corp.tern.example",
        "corp.tern.example",
        "a.vault.tern.example",
        "ip-10-0-32-54.eu-west-1.compute.internal",
        "grafana.lan",
        "printer.local",
        "checkout.payments.svc",
        "checkout.payments.svc.cluster.local",
        "GRAFANA.CORP",
    ),
)
@pytest.mark.parametrize("frame", ("{}", "on {}.", "at {}, then", "`{}`", "({})", "https://{}/x", "**{}**"))
def test_what_is_inside(host: str, frame: str) -> None:
    """
    Private addresses, and names of the inside, are found bare and in addresses.
    """
    assert found(frame.format(host)) == [host]


@pytest.mark.parametrize(
    ("text", "host"),
    (
        ("http://grafana:3000/d/1", "grafana"),
        ("see http://wiki/oncall", "wiki"),
        ("http://db_master/x", "db_master"),
        ("http://grafana./d", "grafana"),
        ("http://grafana.:3000/d", "grafana"),
        ("on 010.003.000.017", "010.003.000.017"),
        ("[board](https://jira/browse/X)", "jira"),
        ("postgres://orders@db/main", "db"),
        ("http://localhost:8080", "localhost"),
        ("10\\.0\\.0\\.1", "10\\.0\\.0\\.1"),
        ("https://x.example/?to=10%2E0%2E0%2E1", "10%2E0%2E0%2E1"),
        ("db&#55;", "db&#55;"),
        ("10.0.0.7-192.0.2.1", "10.0.0.7"),
        ("192.0.2.1-10.0.0.7", "10.0.0.7"),
        ("10.0.0.7-9", "10.0.0.7"),
    ),
)
def test_addresses_without_a_domain(text: str, host: str) -> None:
    """
    A name of one word in an address resolves inside only; disguises hide none.
    """
    assert found(text) == [host]


@pytest.mark.parametrize(
    "text",
    (
        "version 10.0.1, v10.0.0.1, release 10.0.0.1, 1.10.0.0.1",
        "192.0.2.1 198.51.100.7 203.0.113.9 2001:db8::1 8.8.8.8 1.1.1.1",
        "private ranges such as 10.0.0.0/8 and fc00::/7",
        "256.10.0.1 and 10.0.0",
        "at 12:30:45 std::1 fe:80 face:b00c",
        "It was slow.Local teams helped, and the corp. did too",
        "values.local.yaml and .env.local",
        "https://example.org/ https://www.tern.example/x http://host:8080/ https://<host>/",
        "s3://backups/x slack://open data://x",
        "adb7 db77 db7.example.org notcorp.tern.example.org",
        "mail ada@corp-tern.example",
    ),
)
def test_what_is_outside(text: str) -> None:
    """
    Versions, times, documentation's addresses, public names and files are left alone.
    """
    assert found(text) == []

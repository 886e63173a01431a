"""Addresses and names of machines that only the organisation's own network knows."""

import re
from collections.abc import Iterable

from incidentrepo.leaks.leak import Found
from incidentrepo.leaks.look_alikes import fold
from incidentrepo.leaks.view import View

# RFC 1918, 6598, 3927 and 1122; RFC 4193, 4291. What documentation uses (RFC 5737, 3849) is not among them.
_PRIVATE = (
    *("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "169.254.0.0/16", "127.0.0.0/8"),
    *("fc00::/7", "fe80::/10", "::1/128"),
)

# The hyphen of a range stands between two of them, that of a name beside a letter.
_IPV4 = re.compile(
    r"(?<![\w.])(?<![^\W\d]-)\d{1,3}(?:\.\d{1,3}){3}(?!\w|-(?!\d)|\.\w)(?P<range>/\d{1,2}(?!\d))?"
)
_IPV6 = re.compile(r"(?<![\w:.])(?:f[cde][0-9a-f]{2}:[0-9a-f:]*[0-9a-f:]|::1)(?![\w:])(?P<range>/\d{1,3})?")
# Windows counts its versions in four numbers too.
_VERSION = re.compile(r"(?:version|release|build|\bv)[\s:=]*\Z")
_LONGEST_VERSION_WORD = 12

_LOCAL_NAME = re.compile(
    r"(?<![\w.@-])(?:[a-z0-9][a-z0-9-]*\.)+"
    r"(?P<suffix>internal|local|corp|lan|intra|intranet|svc|localdomain|home\.arpa)(?![\w-]|\.\w)"
)
# Where an address names a machine; `s3://bucket` and `slack://open` name something else.
_URL_HOST = re.compile(
    r"(?<![a-z0-9])(?:https?|wss?|s?ftps?|ssh|git|ldaps?|postgres(?:ql)?|mysql|mariadb|rediss?|mongodb|amqps?"
    r"|kafka|nats|tcp|udp|grpc|smb|nfs|mqtts?|memcached|telnet|rdp|vnc|smtps?|imaps?)(?:\+[a-z]+)?://"
    r"(?:[^\s/@<>\"'`]*@)?(?P<host>[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)(?=\.?:\d|\.?[/?#\s<>()\[\]\"'`*,;]|[.!](?:\s|\Z)|\Z)"
)
_PLACEHOLDERS = frozenset({"host", "hostname", "domain", "example", "server", "your-domain", "your-host"})

_MARKS = (".internal", ".local", ".corp", ".lan", ".intra", ".svc", ".home.arpa")


def read_hosts(hosts: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds these names, and every name below them; None where there are none."""
    names = [re.escape(name) for host in hosts if (name := fold(host).strip("*. "))]
    if not names:
        return None
    return re.compile(rf"(?<![\w.-])(?:[a-z0-9-]+\.)*(?:{'|'.join(names)})(?![\w-]|\.\w)")


def find_internal_hosts(view: View, hosts: re.Pattern[str] | None) -> Found:
    """Yield every address of a private network, and every name that only it knows."""
    yield from _addresses(view.folded)
    yield from _names(view.text, view.folded, hosts)


def _addresses(folded: str) -> Found:
    for match in _IPV4.finditer(folded):
        before = folded[max(0, match.start() - _LONGEST_VERSION_WORD) : match.start()]
        if _is_private(match) and not _VERSION.search(before):
            yield "an address of a private network", match.span()
    if ":" in folded:
        for match in _IPV6.finditer(folded):
            if _is_private(match):
                yield "an address of a private network", match.span()


def _is_private(match: re.Match[str]) -> bool:
    # A whole range, as the standard names it, tells nothing of anybody's network.
    if match[0] in _PRIVATE:
        return False
    # Imported here: it takes longer than all else in this package, and addresses are rare.
    from ipaddress import ip_address, ip_network

    written = match[0].partition("/")[0]
    try:
        # People pad numbers with zeros, which the standard takes for octal ones: RFC 6943, 3.1.1.
        address = ip_address(written if ":" in written else re.sub(r"\b0+(?=\d)", "", written))
    except ValueError:
        return False
    return any(address in ip_network(network) for network in _PRIVATE)


def _names(text: str, folded: str, hosts: re.Pattern[str] | None) -> Found:
    if hosts:
        for match in hosts.finditer(folded):
            yield "a host that the policy calls internal", match.span()
    if any(mark in folded for mark in _MARKS):
        for match in _LOCAL_NAME.finditer(folded):
            # "It was slow.Local teams helped": a sentence without its space, not a host.
            if text[slice(*match.span("suffix"))].islower() or match[0].upper() == text[slice(*match.span())]:
                yield "a name of a machine inside", match.span()
    if "://" in folded:
        for match in _URL_HOST.finditer(folded):
            if match["host"] not in _PLACEHOLDERS:
                yield "an address that only resolves inside", match.span("host")

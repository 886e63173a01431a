"""Passwords and keys of no known make, which only what stands before them gives away: `password=...`."""

import math
import re
from collections import Counter
from collections.abc import Iterator

from incidentrepo.leaks.leak import Span

_SIGN = r"\\?[\"'`*]{0,3}\s{0,3}(?P<sign>=>?|:=?)\s{0,3}(?P<quote>\\?[\"'`]?)"
# All of them search small letters, which is several times faster than to ignore the case. They are compiled
# when a text asks for them: most do not.
_PASSWORD = (
    rf"(?:(?:passw(?:or)?d|passphrase|(?<![a-z])pwd){_SIGN}|--pass(?:word|wd)?\s)"
    r"(?P<value>[^\s\"'`<>,;&|)\]}/][^\s\"'`<>,;&|)\]}]{5,})"
)
_KEY = (
    r"(?:(?:api|access|secret|private|account|encryption|signing)[_-]?key|secret|token)"
    rf"{_SIGN}(?P<value>[\w+/=.~-]{{16,}})"
)
_BEARER = r"(?:bearer|authorization[\"'`:*\s]{1,5}basic)\s+(?P<value>[\w+/=.~-]{16,})"
_ADDRESS = r"://[^\s/:@<>\"'`]*:(?P<value>[^\s/@<>\"'`]{3,})@[\w\[]"

# What stands where a secret would, in examples and once somebody has taken it out.
_PLACEHOLDER = re.compile(
    r"[*.x_#?-]+|[$%{(<\[].*|.*(?:\$\{|\{\{|\().*|(?:your|my|the|dummy|fake|test)[-_].*"
    r"|(?:.*[^a-z])?(?:pass(?:word|wd|phrase)?|pwd|secret|token|key|redacted|removed|hidden|masked|censored"
    r"|example|changeme|change-me|placeholder|none|null|nil|true|false|undefined|required|missing|expired"
    r"|incorrect|wrong|optional|unknown)[^a-z0-9]*"
)
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
# Where a list goes on, or what guards a form: no secrets.
_HARMLESS = re.compile(r"(?:page|next|continu\w*|sync|csrf|xsrf|cancell?ation|public)[_.-]?\Z")
_LONGEST_HARMLESS = 16
_SHORTEST_PASSWORD = 6
# Words of prose have fewer bits a letter; random base64 of 16 letters has 3.5 and more.
_MIN_ENTROPY = 3.0


def find_assigned(folded: str) -> Iterator[tuple[str, Span]]:
    """Yield what each password, key or token is that `folded`, in small letters, assigns, and where."""
    if "pass" in folded or "pwd" in folded:
        yield from (
            ("a password", one.span("value")) for one in re.finditer(_PASSWORD, folded) if _is_password(one)
        )
    if "key" in folded or "secret" in folded or "token" in folded:
        yield from (
            ("a key or token", one.span("value")) for one in re.finditer(_KEY, folded) if _is_key(one)
        )
    if "bearer" in folded or "basic" in folded:
        found = re.finditer(_BEARER, folded)
        yield from (("a token of a request", one.span("value")) for one in found if _is_random(one["value"]))
    if "://" in folded and "@" in folded:
        yield from (
            ("a password in an address", one.span("value"))
            for one in re.finditer(_ADDRESS, folded)
            if not _PLACEHOLDER.fullmatch(one["value"])
        )


def _is_password(match: re.Match[str]) -> bool:
    value = match["value"].rstrip(".!?:*_")
    if len(value) < _SHORTEST_PASSWORD or _PLACEHOLDER.fullmatch(value):
        return False
    # Behind a colon stands prose as often as a password: "Password: everybody has a new one".
    return "=" in (match["sign"] or "") or bool(match["quote"]) or not value.isalpha()


def _is_key(match: re.Match[str]) -> bool:
    before = match.string[max(0, match.start() - _LONGEST_HARMLESS) : match.start()]
    return not _HARMLESS.search(before) and _is_random(match["value"])


def _is_random(value: str) -> bool:
    has_both = any(map(str.isdigit, value)) and any(map(str.isalpha, value))
    if not has_both or _UUID.fullmatch(value) or _PLACEHOLDER.fullmatch(value):
        return False
    return _entropy(value) >= _MIN_ENTROPY


def _entropy(value: str) -> float:
    """Return how many bits each character of `value` tells."""
    shares = [count / len(value) for count in Counter(value).values()]
    return -sum(share * math.log2(share) for share in shares)

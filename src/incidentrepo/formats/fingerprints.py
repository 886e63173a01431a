"""What tells a host that a finding of today is the one of yesterday."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from incidentrepo.findings import Finding, Identity


def with_fingerprints(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """
    Yield each finding with 64 hexadecimal digits that no other finding of the same report has.

    They are of its identity, never of its line, for what moves down is not new; findings of one identity
    are told apart by their order.
    """
    seen: Counter[Identity] = Counter()
    for finding in findings:
        seen[finding.identity] += 1
        parts = (*finding.identity, str(seen[finding.identity]))
        yield finding, hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()

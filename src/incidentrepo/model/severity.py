"""How bad an incident is."""

from collections.abc import Iterable
from enum import StrEnum


class Severity(StrEnum):
    """`SEV1` is the worst; the ids are fixed, an organisation labels them."""

    SEV1 = "SEV1"
    SEV2 = "SEV2"
    SEV3 = "SEV3"
    SEV4 = "SEV4"
    SEV5 = "SEV5"

    @property
    def rank(self) -> int:
        """1 for the worst, 5 for the least."""
        return int(self.value[3:])

    def is_at_least(self, other: "Severity") -> bool:
        """Whether this is as bad as `other`, or worse."""
        return self.rank <= other.rank


def highest(severities: Iterable[Severity]) -> Severity | None:
    """Return the worst of `severities`, or None of none."""
    return min(severities, key=lambda severity: severity.rank, default=None)

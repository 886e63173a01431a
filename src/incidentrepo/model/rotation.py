"""Who takes turns at a role: a rotation of `rotations.yaml`."""

from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from incidentrepo.model.duration import Duration
from incidentrepo.model.policy import Calendar
from incidentrepo.model.time import Time

RESPONDER = "responder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Override:
    """Somebody who stands in for whoever's turn it is; a day is meant from its start to its end."""

    since: Time
    until: Time
    person: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotation:
    """
    People who take turns, each for as long as `every`, the first from `starts_on`.

    Turns change at `hands_over_at` on the clocks of `zone`; business days are those of the policy's
    `calendar`. Without tags and services it covers all.
    """

    name: str
    people: tuple[str, ...]
    starts_on: date
    every: Duration
    zone: ZoneInfo
    calendar: Calendar
    hands_over_at: time = time()
    role: str = RESPONDER
    tags: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    overrides: tuple[Override, ...] = ()

    def covered_by(self, tags: tuple[str, ...], services: tuple[str, ...]) -> str | None:
        """Return what of these it covers: a tag's or a service's name, or its own where it covers all."""
        if not (self.tags or self.services):
            return self.name
        found = [name for name in tags if name in self.tags] + [
            name for name in services if name in self.services
        ]
        return found[0] if found else None

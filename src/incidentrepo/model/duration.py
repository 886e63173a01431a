"""How long something may take, in the words a policy uses, or took, in the words people read."""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

_PATTERN = re.compile(r"([0-9]{1,5}) (minute|hour|business day|day|week)s?")


class Unit(StrEnum):
    """What a duration counts."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    BUSINESS_DAY = "business day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """So many of a unit: days are calendar days, business days skip weekends and holidays."""

    count: int
    unit: Unit

    def __str__(self) -> str:
        return f"{self.count} {self.unit}{'' if self.count == 1 else 's'}"

    @property
    def is_clock_time(self) -> bool:
        """Whether this is elapsed time, the same in every zone, and not a number of days."""
        return self.unit in {Unit.MINUTE, Unit.HOUR}

    @property
    def elapsed(self) -> timedelta:
        """The time that passes; a day is taken as 24 hours, a business day as a day."""
        match self.unit:
            case Unit.MINUTE:
                return timedelta(minutes=self.count)
            case Unit.HOUR:
                return timedelta(hours=self.count)
            case Unit.DAY | Unit.BUSINESS_DAY:
                return timedelta(days=self.count)
            case Unit.WEEK:
                return timedelta(weeks=self.count)

    def times(self, factor: int) -> "Duration":
        """Return `factor` times this duration."""
        return Duration(count=self.count * factor, unit=self.unit)


def parse_duration(text: str) -> Duration:
    """Return the duration that `text` names; raises `ValueError` in the user's words."""
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise ValueError("it must look like 20 minutes, 30 days or 3 business days")
    return Duration(count=int(match[1]), unit=Unit(match[2]))


def describe_elapsed(elapsed: timedelta) -> str:
    """Return `elapsed` in the two largest units that say it: `2 h 5 min`, `3 days 4 h`."""
    minutes = round(elapsed.total_seconds() / 60)
    if minutes < 0:
        return f"-{describe_elapsed(-elapsed)}"
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    if days >= 14:
        return f"{days} days"
    parts = [f"{days} day{'' if days == 1 else 's'}"] if days else []
    parts += [f"{hours} h"] if hours else []
    parts += [f"{minutes} min"] if minutes and not days else []
    return " ".join(parts) or "0 min"

"""What the checks say of one incident, for those who read its page."""

from dataclasses import dataclass

from incidentrepo.model.policy import Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something a check saw in this incident, for those who can mend it."""

    rule: str
    level: Level
    message: str
    hint: str = ""

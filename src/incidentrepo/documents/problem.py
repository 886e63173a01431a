"""What is wrong with a file, as a value: a bad record is a finding and never stops the rest."""

from dataclasses import dataclass
from typing import Literal

from incidentrepo.model.place import Place, Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing a file may not hold, where it stands, and what to do about it."""

    rule: Literal["unreadable-file", "schema-violation"]
    pointer: Pointer
    place: Place
    message: str
    hint: str = ""

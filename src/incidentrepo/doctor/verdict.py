"""One thing that was looked at, and how it stands."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How one thing stands; `unknown` is what only the host can tell."""

    OK = "ok"
    MISSING = "missing"
    ADVICE = "advice"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """One thing that was looked at: what was seen, why it matters, and the next command or setting."""

    about: str
    state: State
    seen: str
    why: str = ""
    next: str = ""

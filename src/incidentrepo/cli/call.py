"""One call of the command line, before anything has been looked up."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """`folder` is where to look, `now` is an aware instant, `is_now_given` that a person chose it."""

    folder: Path
    now: datetime
    is_now_given: bool

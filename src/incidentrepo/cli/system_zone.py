"""The time zone that this machine is set to."""

import os
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_DATABASE = "zoneinfo/"


def system_zone() -> str:
    """Return the name of this machine's zone, or UTC where it has none that has a name."""
    return next((name for name in _candidates() if name and _is_known(name)), "UTC")


def _candidates() -> tuple[str, ...]:
    return (
        os.environ.get("TZ", "").removeprefix(":"),
        str(Path("/etc/localtime").resolve()).partition(_DATABASE)[2],
        _read(Path("/etc/timezone")),
    )


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _is_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True

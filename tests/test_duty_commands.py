"""The command that pays a duty."""

from datetime import UTC, datetime

import pytest

from incidentrepo.duty_commands import command_for
from incidentrepo.model.duty import Duty

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("paid_by", "field", "command"),
    (
        ("update", "", 'update x "..."'),
        ("public_update", "", 'update x "..." --public'),
        ("publication", "", "publish x"),
        ("closing", "", "close x"),
        ("", "custom.told_at", "set x custom.told_at=TIME"),
        ("", "custom.case", "set x custom.case=VALUE"),
        ("", "roles.scribe", "role x scribe=WHO"),
        ("", "mitigated_at", "mitigate x"),
    ),
)
def test_what_pays_an_own_duty(paid_by: str, field: str, command: str) -> None:
    """
    Each way of paying has its command, whatever the duty is called.
    """
    owed = Duty(
        name="review",
        incident="x",
        subject="own",
        owed_by=None,
        since=NOW,
        due_at=NOW,
        within="1 day",
        is_own=True,
        satisfied_by=paid_by,
        field=field,
    )

    assert command_for(owed) == f"incidentrepo {command}"

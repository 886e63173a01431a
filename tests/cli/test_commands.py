import click
import pytest

from incidentrepo.cli.commands import COMMANDS
from incidentrepo.cli.main import cli


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_there(name: str) -> None:
    """
    A command listed is one that can be called, and says what it does.
    """
    command = cli.get_command(click.Context(cli), name)

    assert command is not None
    assert command.help
    assert COMMANDS[name].summary

"""A group of commands that imports one only when it is called."""

from importlib import import_module

import click

from incidentrepo.cli.commands import COMMANDS, SECTIONS
from incidentrepo.errors import UsageError


class LazyGroup(click.Group):
    """The commands of `commands.py`; `--version` and `--help` import none of them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return every command's name."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        """Return the command of that name, imported now."""
        known = COMMANDS.get(cmd_name)
        if known is None:
            return None
        command = getattr(import_module(f"incidentrepo.cli.{known.module}"), known.attribute)
        assert isinstance(command, click.Command), f"{known.module} holds a click command"
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that `args` begin with; an unknown one is told with the nearest."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from difflib import get_close_matches

            near = get_close_matches(name, COMMANDS, 1)
            hint = f"did you mean {near[0]}?" if near else "`incidentrepo --help` lists them"
            raise UsageError(f"there is no command '{name}'", hint=hint)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        """Write the commands with their summaries, by section."""
        for section in SECTIONS:
            with formatter.section(section.title):
                formatter.write_dl([(command.name, command.summary) for command in section.commands])

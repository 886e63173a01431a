"""What a person sees when a command fails: what was seen, and what to do next."""

import os
import sys
import traceback
from collections.abc import Sequence

import click

from incidentrepo import __version__
from incidentrepo.cli.commands import COMMANDS

USAGE_CODE = 2
BUG_CODE = 4


def print_error(message: str, hint: str = "") -> None:
    """Print an expected failure on stderr."""
    _print_marked("error", "red", message)
    if hint:
        _print_marked("hint", "cyan", hint)


def print_usage_error(error: click.ClickException) -> None:
    """Print what click refused, in the same words and places as every other failure."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        error.show()
        return
    path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "incidentrepo"
    message = error.format_message().strip().removesuffix(".")
    print_error(message[:1].lower() + message[1:], f"`{path} --help` shows how to call it")


def print_bug_report(error: Exception, arguments: Sequence[str]) -> None:
    """
    Print a report of a bug of ours that can be pasted as it is.

    It holds the command's name but none of its arguments, and nothing of the environment.
    """
    import platform  # only when needed: it costs as much as a command

    command = next((word for word in arguments if word in COMMANDS), "none")
    print_error("this is a bug in incidentrepo", "report it with the lines below")
    print(f"\nincidentrepo {__version__}", file=sys.stderr)
    print(f"Python {platform.python_version()}, {platform.platform()}", file=sys.stderr)
    print(f"command: {command}\n", file=sys.stderr)
    print("".join(traceback.format_exception(error)).rstrip(), file=sys.stderr)


def is_colour_off() -> bool:
    """Whether the person asked for no colour: https://no-color.org."""
    return bool(os.environ.get("NO_COLOR"))


def _print_marked(word: str, colour: str, text: str) -> None:
    marked = click.style(f"{word}:", fg=colour, bold=True)
    click.echo(f"{marked} {text}", err=True, color=False if is_colour_off() else None)

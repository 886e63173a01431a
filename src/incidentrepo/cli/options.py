"""Options and arguments that mean the same in every command."""

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import Any, TypeVar

import click

from incidentrepo.cli.asking import ask_text
from incidentrepo.cli.session import is_asking
from incidentrepo.errors import UsageError

_Command = TypeVar("_Command", bound=Callable[..., Any])


confirmed_option = click.option(
    "--confirmed-by",
    metavar="HANDLE",
    help="Who else agrees: what was SEV1 or SEV2 keeps its duties without.",
)


def reason_option(why: str) -> Callable[[_Command], _Command]:
    """Return a `--reason` that must say something, and is asked for in a terminal; `why` explains it."""
    return click.option("--reason", callback=_something, help=why)


def _something(context: click.Context, parameter: click.Parameter, value: str | None) -> str:
    if value is None:
        if not is_asking():
            raise click.MissingParameter(ctx=context, param=parameter)
        value = ask_text("Why")
    if not value.strip():
        raise click.BadParameter("it is empty", ctx=context, param=parameter)
    return value.strip()


def one_of(members: Iterable[StrEnum]) -> click.Choice[str]:
    """Return the type of an option whose value is that of one of these members, in any case of letters."""
    # click would take an enum's members by their Python names.
    return _Spelt([member.value for member in members], case_sensitive=False)


class _Spelt(click.Choice[str]):
    """A choice that takes `near-miss` for `near_miss`: addresses and options are spelt with dashes."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the member meant; click raises its own error for none."""
        return super().convert(str(value).replace("-", "_"), param, ctx)


def change_options(command: _Command) -> _Command:
    """Add what every command that changes a record takes: `--as`, `--at` and `--no-commit`."""
    for option in reversed(_CHANGE_OPTIONS):
        command = option(command)
    return command


_CHANGE_OPTIONS = (
    click.option("--as", "by", metavar="HANDLE", help="Who did it; else git's user."),
    click.option("--at", metavar="TIME", help="When it happened, if not now: 09:14, in your own zone."),
    click.option("--no-commit", "commit", flag_value=False, default=True, help="Leave the commit to you."),
)


def format_option(names: Iterable[str]) -> Callable[[_Command], _Command]:
    """Return a `--format` that is one of `names`; text is what people read."""
    return click.option(
        *("--format", "form"),
        type=click.Choice(list(names)),
        default="text",
        show_default=True,
        help="How to print it.",
    )


_QUESTIONS = {"TEXT": "What is there to say", "TITLE": "What will be done", "HANDLE": "Who"}


def split_words(words: tuple[str, ...], names: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """
    Return the incident meant, None where it was left out, and the other words.

    `names` are what the command needs beside the incident; the last is asked for in a terminal. Raises
    `UsageError` for another number.
    """
    if len(words) == len(names):
        return None, words
    if len(words) == len(names) + 1:
        return words[0], words[1:]
    if len(words) == len(names) - 1 and is_asking():
        return None, (*words, ask_text(_QUESTIONS.get(names[-1], names[-1])))
    needed = " ".join(["[ID]", *names])
    raise UsageError(
        f"{len(words)} words where {needed} are expected", hint="put text of several words in quotes"
    )

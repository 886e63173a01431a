"""A report in files, beside what is printed: `--output [FORMAT=]FILE`."""

from dataclasses import dataclass
from pathlib import Path

import click

from incidentrepo.findings import Report
from incidentrepo.formats import FORMATS
from incidentrepo.formats.format import Format
from incidentrepo.store.files import write_file

_BY_NAME = {known.name: known for known in FORMATS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A file to write; in the format that is printed where it names none."""

    path: Path
    format: Format | None


def find_format(name: str) -> Format:
    """Return the format of that name, which an option has made sure of."""
    return _BY_NAME[name]


def read_outputs(
    context: click.Context, parameter: click.Parameter, values: tuple[str, ...]
) -> tuple[Output, ...]:
    """Return what `--output` asks for; refuse what could not be written before anything is judged."""
    return tuple(_read_output(value, context, parameter) for value in values)


def write_output(output: Output, report: Report, *, default: Format) -> None:
    """Write the report to the file, whole or not at all."""
    text = (output.format or default).write(report)
    # The name of a file need not be text.
    write_file(output.path, text.encode("utf-8", "backslashreplace"))


def _read_output(value: str, context: click.Context, parameter: click.Parameter) -> Output:
    name, is_split, rest = value.partition("=")
    form = _BY_NAME.get(name) if is_split else None
    path = Path(rest if form else value)
    if not path.parent.is_dir():
        raise click.BadParameter(f"there is no folder {path.parent}", ctx=context, param=parameter)
    if path.is_symlink() or (path.exists() and not path.is_file()):
        raise click.BadParameter(f"{path} is there and is no plain file", ctx=context, param=parameter)
    return Output(path=path, format=form)

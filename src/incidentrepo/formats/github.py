"""
Findings as annotations of a GitHub workflow, which everybody who can see the repository can read.

Commands and their escapes: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
and https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts.
"""

from collections.abc import Iterator, Sequence

from incidentrepo.findings import Finding, Report
from incidentrepo.formats.format import Format
from incidentrepo.formats.summing_up import sum_up
from incidentrepo.model.place import Place
from incidentrepo.model.policy import Level

_COMMANDS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "notice"}

# Of each kind GitHub shows the first ten of a step, and passes over the rest in silence.
_MOST = 10


def write_github(report: Report) -> str:
    """
    Return a command for each finding that the change brought, errors first, and a last line that sums up.

    Where GitHub would not show them all, the last one shown says how many more the log has.
    """
    lines = [_command("notice", note) for note in report.notes]
    for level in _COMMANDS:
        found = [finding for finding in report.findings if finding.level is level and not finding.is_old]
        shown = _MOST - (len(report.notes) if level is Level.NOTE else 0)
        lines += _annotate(found, level, report, shown)
    return "\n".join([*lines, _on_one_line(sum_up(report)), ""])


def _annotate(found: Sequence[Finding], level: Level, report: Report, most: int) -> Iterator[str]:
    shown = found if len(found) <= most else found[: max(most - 1, 0)]
    for finding in shown:
        yield _command(_COMMANDS[level], _say(finding, report), **_properties(finding, report))
    rest = found[len(shown) :]
    if rest:
        yield _command(_COMMANDS[level], f"{len(rest)} more of level {level} are in the log of this step")
    for finding in rest:
        yield _on_one_line(f"{level}: {_say(finding, report)}")


def _say(finding: Finding, report: Report) -> str:
    """Return what the rule looks for and where it saw it; never the message, which quotes the record."""
    place = finding.place or Place()
    where = f"{report.path_of(finding)}:{place.line}:{place.column}"
    return f"{where}: {finding.summary}; `incidentrepo rules {finding.rule}` explains it"


def _properties(finding: Finding, report: Report) -> dict[str, str]:
    place = finding.place or Place()
    return {
        "file": report.path_of(finding),
        "line": str(place.line),
        "col": str(place.column),
        "title": finding.rule,
    }


def _command(name: str, message: str, **properties: str) -> str:
    given = ",".join(f"{key}={_escape(value, ':,')}" for key, value in properties.items())
    return f"::{name}{' ' if given else ''}{given}::{_escape(message)}"


def _escape(text: str, more: str = "") -> str:
    for character in f"%\r\n{more}":
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _on_one_line(text: str) -> str:
    # A file may be called what it likes, and a line of the log that looks like a command is one: at its
    # start in today's spelling, anywhere in that of old (`##[error]`).
    return " ".join(text.split()).replace("##[", "## [")


GITHUB = Format(
    name="github",
    write=write_github,
    failed="::error title=incidentrepo::nothing could be checked; the log of this step says why\n",
)

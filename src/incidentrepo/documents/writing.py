"""Plain values as YAML in the house style: what a person would have typed, and reviews well.

Block style, two blanks a level and list items indented under their key; short lists and mappings of
single values on one line; text of several lines as a literal block, never folded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from incidentrepo.documents.quoting import refuse_unsafe, write_scalar
from incidentrepo.documents.scalars import Scalar
from incidentrepo.errors import UsageError

# Short enough to be read at a glance, and to show whole in a review with two columns.
_FLOW_WIDTH = 88
_MAX_FLOW_ENTRIES = 4

# libyaml takes a key for a key within 1,024 characters only, quotes and escapes included.
_MAX_KEY_LENGTH = 1000

_LITERAL_STEP = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How far things are indented: below a key, list items below their key, and behind the dash.

    Without `has_literals`, text of several lines is quoted on one.
    """

    mapping_step: int = 2
    sequence_step: int = 2
    dash_width: int = 2
    has_literals: bool = True


HOUSE_STYLE = Style()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A value as lines: what stands behind its key or dash, and what stands below."""

    inline: str = ""
    below: tuple[str, ...] = ()


def write_document(value: Mapping[str, object], *, header: str = "") -> str:
    """Return a new file that holds `value`, below `header` (comment lines that end with a line feed)."""
    if not value:
        return f"{header}{{}}\n"
    lines = [line for key, child in value.items() for line in write_entry(key, child)]
    return header + "\n".join(lines) + "\n"


def write_entry(key: str, value: object, *, column: int = 0, style: Style = HOUSE_STYLE) -> list[str]:
    """Return the lines of a key and its value in a block mapping whose keys begin at `column`."""
    start = " " * column + write_key(key) + ":"
    written = write_value(value, column=column, behind=len(start) + 1, style=style)
    return [f"{start} {written.inline}" if written.inline else start, *written.below]


def write_item(value: object, *, column: int = 0, style: Style = HOUSE_STYLE) -> list[str]:
    """Return the lines of an item in a block list whose dashes stand at `column`."""
    dash = " " * column + "-".ljust(style.dash_width)
    lines = _write_block(value, column=len(dash), style=style)
    if lines:
        return [dash + lines[0][len(dash) :], *lines[1:]]
    written = write_value(value, column=column, behind=len(dash), style=style)
    return [dash + written.inline, *written.below]


def write_key(key: str, *, in_flow: bool = False) -> str:
    """Return a key as it is written; raises `UsageError` where it is too long for one."""
    written = write_scalar(key, in_flow=in_flow)
    if len(written) > _MAX_KEY_LENGTH:
        raise UsageError(f"a key has {len(key)} characters; at most {_MAX_KEY_LENGTH} can be written")
    return written


def write_value(value: object, *, column: int, behind: int, style: Style = HOUSE_STYLE) -> Written:
    """Return a value whose key or dash stands at `column` and ends before the column `behind`."""
    if isinstance(value, str) and style.has_literals and is_literal(value):
        return _write_literal(value, column=column + _LITERAL_STEP)
    if _fits_flow(value):
        flow = write_flow(value)
        if not isinstance(value, Mapping | list | tuple) or not value or behind + len(flow) <= _FLOW_WIDTH:
            return Written(inline=flow)
    step = style.mapping_step if isinstance(value, Mapping) else style.sequence_step
    return Written(below=tuple(_write_block(value, column=column + step, style=style)))


def write_flow(value: object) -> str:
    """Return a value on one line."""
    if isinstance(value, Mapping):
        entries = (f"{write_key(key, in_flow=True)}: {_write_in_flow(child)}" for key, child in value.items())
        return "{" + ", ".join(entries) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(_write_in_flow, value)) + "]"
    return write_scalar(_as_scalar(value))


def is_literal(text: str) -> bool:
    """Tell whether a text outside of flow collections is written as a literal block."""
    # A block's blank lines at its end depend on what follows it; quotes do not.
    return "\n" in text.rstrip("\n") and text.strip() != "" and not text.endswith("\n\n")


def _write_in_flow(value: object) -> str:
    if isinstance(value, Mapping | list | tuple):
        return write_flow(value)
    return write_scalar(_as_scalar(value), in_flow=True)


def _write_block(value: object, *, column: int, style: Style) -> list[str]:
    if isinstance(value, Mapping):
        entries = value.items()
        return [
            line for key, child in entries for line in write_entry(key, child, column=column, style=style)
        ]
    if isinstance(value, list | tuple):
        return [line for item in value for line in write_item(item, column=column, style=style)]
    return []


def _write_literal(text: str, *, column: int) -> Written:
    refuse_unsafe(text)
    # Without the indicator, a first line that is blank or indented would set the block's indentation.
    indicator = str(_LITERAL_STEP) if text[0] in " \n\t" else ""
    chomping = "" if text.endswith("\n") else "-"
    body = text.removesuffix("\n").split("\n")
    return Written(
        inline=f"|{indicator}{chomping}", below=tuple(" " * column + line if line else "" for line in body)
    )


def _fits_flow(value: object) -> bool:
    """Tell whether a value may stand on one line, if it is short enough."""
    if isinstance(value, Mapping):
        return len(value) <= _MAX_FLOW_ENTRIES and all(map(_is_single, value.values()))
    if isinstance(value, list | tuple):
        return all(map(_is_single, value))
    return True


def _is_single(value: object) -> bool:
    return not isinstance(value, Mapping | Sequence) or (isinstance(value, str) and "\n" not in value)


def _as_scalar(value: object) -> Scalar:
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"{type(value).__name__} is not a plain value")

"""The organisation's own colour on its public site, wherever it can be read in it."""

from incidentrepo.site.page import Asset

_Colour = tuple[float, float, float]

_WHITE: _Colour = (255, 255, 255)
_BLACK: _Colour = (0, 0, 0)
_NIGHT: _Colour = (30, 33, 41)  # what Material's dark scheme writes on
# What WCAG 2.2 asks of text, 1.4.3; a little more, for what is rounded.
_CONTRAST = 4.6
_STEPS = 20

_STYLE = """\
/* The colour of the organisation: the header in it, and links as near to it as can be read. */
[data-md-color-scheme] {{
  --md-primary-fg-color: {colour};
  --md-primary-fg-color--light: {colour};
  --md-primary-fg-color--dark: {colour};
  --md-primary-bg-color: {text};
  --md-primary-bg-color--light: {text};
  --md-accent-fg-color: {on_white};
}}

/* The theme lets other tabs shine through, and their words with them. */
.md-tabs__link {{
  opacity: 1;
}}

[data-md-color-scheme="default"] .md-typeset,
[data-md-color-scheme="default"] .ir-page {{
  --md-typeset-a-color: {on_white};
}}

[data-md-color-scheme="slate"] {{
  --md-accent-fg-color: {on_night};
}}

[data-md-color-scheme="slate"] .md-typeset,
[data-md-color-scheme="slate"] .ir-page {{
  --md-typeset-a-color: {on_night};
}}
"""


def make_accent(colour: str) -> Asset:
    """Return the style sheet that dresses a site in `colour` (`#2e7d32`), in both schemes."""
    own = _parse(colour)
    style = _STYLE.format(
        colour=_write(own),
        text=_write(max(_WHITE, _BLACK, key=lambda text: contrast(text, own))),
        on_white=_write(_make_readable(own, on=_WHITE, towards=_BLACK)),
        on_night=_write(_make_readable(own, on=_NIGHT, towards=_WHITE)),
    )
    return Asset(path="assets/accent.css", data=style.encode())


def contrast(one: _Colour, other: _Colour) -> float:
    """
    Return how well one colour is told from another, from 1 to 21.

    https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    """
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: _Colour) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _make_readable(colour: _Colour, *, on: _Colour, towards: _Colour) -> _Colour:
    """Return the colour nearest to this one in which text can be read."""
    mixed = (_mix(colour, towards, step / _STEPS) for step in range(_STEPS + 1))
    return next(one for one in mixed if contrast(one, on) >= _CONTRAST)


def _mix(colour: _Colour, other: _Colour, share: float) -> _Colour:
    red, green, blue = (a + (b - a) * share for a, b in zip(colour, other, strict=True))
    return red, green, blue


def _parse(text: str) -> _Colour:
    red, green, blue = bytes.fromhex(text.removeprefix("#"))
    return red, green, blue


def _write(colour: _Colour) -> str:
    return "#" + "".join(f"{round(part):02x}" for part in colour)

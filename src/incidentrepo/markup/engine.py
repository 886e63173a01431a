"""GitHub's Markdown as HTML, by comrak."""

from functools import cache

import comrak


def to_html(text: str, *, id_prefix: str = "") -> str:
    """
    Return `text` as HTML; of the HTML in it nothing is left but a comment that says so.

    Headings have ids where there is an `id_prefix` for them.
    """
    return comrak.render_markdown(_whole(text), _extensions(id_prefix))


def to_placed_html(text: str) -> str:
    """
    Return the same, in which each part says in `data-sourcepos` where it was written.

    That is line and byte of its beginning and of its end, from 1, as 1:3-1:8. To count characters it would
    take a line's length for each.
    """
    return comrak.render_markdown(_whole(text), _extensions(""), None, _PLACED)


def _whole(text: str) -> str:
    # YAML and JSON can spell half a character, which has no place in UTF-8.
    return text.encode(errors="replace").decode()


@cache
def _extensions(id_prefix: str) -> comrak.ExtensionOptions:
    options = comrak.ExtensionOptions()
    options.table = options.tasklist = options.alerts = options.autolink = True
    options.footnotes = options.strikethrough = True
    if id_prefix:
        options.header_id_prefix = id_prefix
    return options


def _placed() -> comrak.RenderOptions:
    options = comrak.RenderOptions()
    options.sourcepos = True
    return options


_PLACED = _placed()

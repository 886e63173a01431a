"""Live parts of a postmortem: `[[timeline]]` and the like, shown from the record and never copied."""

import re
from collections.abc import Callable

from markupsafe import Markup

from incidentrepo.model.edition import EditionIncident
from incidentrepo.site.internal.context import Context, lasted
from incidentrepo.site.internal.timeline import starred_rows, tell_timeline

MARKERS = ("timeline", "starred", "follow-ups", "impact", "numbers")
# A marker has its own paragraph; inside a sentence it stays what was written.
_MARKER = re.compile(r"<p>\[\[(" + "|".join(MARKERS) + r")\]\]</p>")


def make_live(html: Markup, one: EditionIncident, context: Context, *, root: str) -> Markup:
    """Return the postmortem with each marker replaced by the part of the record that it names."""

    def show(match: re.Match[str]) -> str:
        return _PARTS[match[1]](one, context, root)

    return Markup(_MARKER.sub(show, html))  # noqa: S704 - sanitised before, and templates' own output


def _timeline(one: EditionIncident, context: Context, root: str) -> str:
    stretches = tell_timeline(
        one.incident.timeline, clock=context.clock, name_of=context.edition.people.name_of
    )
    return _render("timeline", context, root, stretches=stretches)


def _starred(one: EditionIncident, context: Context, root: str) -> str:
    rows = starred_rows(one.incident.timeline, name_of=context.edition.people.name_of)
    return _render("starred", context, root, rows=rows)


def _follow_ups(one: EditionIncident, context: Context, root: str) -> str:
    return _render("follow_ups", context, root, follow_ups=one.incident.follow_ups)


def _impact(one: EditionIncident, context: Context, root: str) -> str:
    return _render("impact", context, root, incident=one.incident)


def _numbers(one: EditionIncident, context: Context, root: str) -> str:
    return _render("numbers", context, root, incident=one.incident, took=lasted(one.incident.times))


def _render(name: str, context: Context, root: str, **values: object) -> str:
    return context.templates.get_template(f"live/{name}.html").render(root=root, **values)


_PARTS: dict[str, Callable[[EditionIncident, Context, str], str]] = {
    "timeline": _timeline,
    "starred": _starred,
    "follow-ups": _follow_ups,
    "impact": _impact,
    "numbers": _numbers,
}

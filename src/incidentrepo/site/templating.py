"""Jinja, set up once for a site: everything is escaped that does not say it is HTML."""

from collections.abc import Iterable, Mapping, MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import escape

from incidentrepo.model.duration import describe_elapsed
from incidentrepo.site import links, markdown, times, words
from incidentrepo.site.page import Heading, Page

_TEMPLATES = Path(__file__).parent / "templates"


class _Environment(Environment):
    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the names known in a template, none of which has its own: each page copies them."""
        # Jinja lays an empty mapping over them, through which a copy takes ten times as long.
        return super().make_globals(d) if d else self.globals


def make_environment(names: Mapping[str, object]) -> Environment:
    """
    Return the templates, compiled when first asked for; `names` are known in all of them.

    What can be called is a filter too: the engine calls a filter at once, and looks at a function first.
    """
    environment = _Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    known = {**_known_names(), **names}
    environment.globals.update(known)
    environment.filters.update({name: value for name, value in known.items() if callable(value)})
    return environment


def render_page(
    templates: Environment,
    template: str,
    path: str,
    *,
    title: str,
    description: str,
    headings: Iterable[Heading] = (),
    navigation: str = "",
    **values: object,
) -> Page:
    """Return the page at `path` that `template` makes of `values`; it knows its `root` and `title` too."""
    html = templates.get_template(template).render(root=links.root_of(path), title=title, **values)
    return Page(
        path=path,
        title=title,
        description=description,
        html=html,
        headings=tuple(headings),
        navigation=navigation,
    )


def escape_once(text: str) -> str:
    """Return `text` as HTML that no template escapes again."""
    return escape(text)


def _known_names() -> dict[str, object]:
    return {
        "KINDS": words.KINDS,
        "describe_status": words.describe_status,
        "STATES": words.STATES,
        "PURPOSES": words.PURPOSES,
        "count": words.describe_count,
        "role_name": words.describe_role,
        "elapsed": describe_elapsed,
        "weekday": times.describe_weekday,
        "text": markdown.render_text,
        "line": markdown.render_line,
        "person_path": links.person_path,
        "tag_path": links.tag_path,
        "service_path": links.service_path,
    }

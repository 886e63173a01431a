"""What every page of the public site is made with."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

from jinja2 import Environment

from incidentrepo.model.edition import PublicEdition, PublicIncident
from incidentrepo.model.postmortem import first_sentence_of
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.site.links import path_segment
from incidentrepo.site.markdown import plain_text, render_article
from incidentrepo.site.marks import make_marks
from incidentrepo.site.page import Heading, Page
from incidentrepo.site.templating import make_environment, render_page
from incidentrepo.site.times import Clock, elapsed_between

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The edition with its templates; `firsts` are by slug the first sentences of the articles."""

    edition: PublicEdition
    clock: Clock
    templates: Environment
    firsts: Mapping[str, str]

    def page(
        self,
        template: str,
        path: str,
        *,
        title: str,
        description: str,
        headings: Iterable[Heading] = (),
        navigation: str = "",
        **values: object,
    ) -> Page:
        """Return the page that `template` makes of `values`."""
        return render_page(
            self.templates,
            template,
            path,
            title=title,
            description=description,
            headings=headings,
            navigation=navigation,
            context=self,
            **values,
        )

    def lasted(self, one: PublicIncident) -> timedelta | None:
        """Return how long it hurt, as far as the world was told."""
        return elapsed_between(one.started_at, one.resolved_at or one.mitigated_at)

    def teaches(self, one: PublicIncident) -> bool:
        """Whether its article is a postmortem; that of planned work says what will be done."""
        return one.kind is not Kind.MAINTENANCE and bool(self.firsts[one.slug])

    @property
    def told(self) -> tuple[PublicIncident, ...]:
        """The incidents that the world may read, newest first."""
        return tuple(one for one in self.edition.incidents if not one.is_withdrawn)


def make_context(edition: PublicEdition) -> Context:
    """Return what the pages of `edition` are made with."""
    clock = Clock(zone=edition.zone, now=edition.now)
    labels = edition.severity_labels

    def label_of(severity: Severity) -> str:
        return labels.get(severity, severity.value)

    return Context(
        edition=edition,
        clock=clock,
        templates=make_environment(
            {"clock": clock, "incident_path": incident_path, **make_marks(label_of, str)}
        ),
        firsts={one.slug: first_sentence(one) for one in edition.incidents},
    )


def incident_path(slug: str) -> str:
    """Return where a public incident's page is."""
    return f"incidents/{path_segment(slug)}/"


def first_sentence(one: PublicIncident) -> str:
    """Return the first sentence of the article, without Markdown; empty where there is none."""
    rendered = render_article(one.body, prefix="h-").html
    # A picture is a paragraph too, and says nothing.
    return first_sentence_of(next(filter(None, map(plain_text, _PARAGRAPH.findall(rendered))), ""))

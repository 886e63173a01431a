"""What every page of the organisation's site is made with."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from jinja2 import Environment
from markupsafe import Markup

from incidentrepo.duty_commands import command_for
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.edition import InternalEdition
from incidentrepo.model.incident import Times
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.planned import is_announced
from incidentrepo.model.status import Kind, Status
from incidentrepo.search.likeness_index import LikenessIndex, Subject
from incidentrepo.search.words import telling_words
from incidentrepo.site.links import free_path, path_segment
from incidentrepo.site.markdown import render_line
from incidentrepo.site.marks import make_marks, web_link
from incidentrepo.site.page import Heading, Page
from incidentrepo.site.templating import make_environment, render_page
from incidentrepo.site.times import Clock, elapsed_between


# Told apart by identity: what is made of it once is kept for it.
@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Context:
    """
    The edition with its templates, and where each incident's page is.

    `paths` are by folder; `by_name` are incidents by id and by alias; `repeats` are, by id, the
    incidents that say they repeat it. `likenesses` knows by id which look alike.
    """

    edition: InternalEdition
    clock: Clock
    templates: Environment
    paths: Mapping[str, str]
    by_name: Mapping[str, IncidentSummary]
    repeats: Mapping[str, tuple[IncidentSummary, ...]]
    likenesses: LikenessIndex
    lines: dict[tuple[str, str], Markup] = field(default_factory=dict)

    def path_of(self, name: str) -> str | None:
        """Return where the incident of that id or alias is, or None where there is none."""
        found = self.by_name.get(name)
        return self.paths[found.folder] if found else None

    def reference(self, target: str, root: str, title: str = "") -> Markup:
        """Return a link to another incident or to an address; anything else stays what was written."""
        found = self.by_name.get(target)
        if found is None:
            return web_link(target, title)
        address = root + self.paths[found.folder]
        return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(address, title or found.title)

    def duty(self, duty: Duty, root: str) -> Markup:
        """Return what is owed and for which incident, as one line with a link."""
        incident = self.reference(duty.incident, root)
        if duty.name == DutyKind.FOLLOW_UP:
            return Markup('{} <span class="ir-quiet">for</span> {}').format(
                render_line(duty.subject), incident
            )
        return Markup('{} <span class="ir-quiet">of</span> {}').format(duty.subject.capitalize(), incident)

    def command(self, duty: Duty) -> str:
        """Return the command that pays a duty."""
        one = self.by_name.get(duty.incident)
        return command_for(duty, one.postmortem if one else None)

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

    def line(self, one: IncidentSummary, root: str) -> Markup:
        """Return an incident as one line of a list; each is made once a depth and shown in many lists."""
        key = (one.folder, root)
        if key not in self.lines:
            template = self.templates.get_template("parts/incident_line.html")
            self.lines[key] = Markup(  # noqa: S704 - a template's own output, escaped there
                template.render(
                    root=root,
                    path=self.paths[one.folder],
                    one=one,
                    took=lasted(one.times),
                )
            )
        return self.lines[key]


def make_context(edition: InternalEdition) -> Context:
    """Return what the pages of `edition` are made with."""
    clock = Clock(zone=edition.zone, now=edition.now)
    return Context(
        edition=edition,
        clock=clock,
        templates=make_environment(
            {
                "clock": clock,
                "time_of_day": clock.time_of_day,
                "name_of": edition.people.name_of,
                "label_of": edition.policy.label_of,
                "edition": edition,
                "is_announced": is_announced,
                **make_marks(edition.policy.label_of, edition.people.name_of),
            }
        ),
        paths=_assign_paths(edition.incidents),
        by_name=_index_names(edition.incidents),
        repeats=_index_repeats(edition.incidents),
        likenesses=LikenessIndex(map(_describe_subject, edition.incidents)),
    )


def lasted(times: Times) -> timedelta | None:
    """Return how long an incident hurt: from its first known moment until it was over."""
    started_at = times.started_at or times.detected_at or times.declared_at or times.planned_from
    return elapsed_between(started_at, times.resolved_at or times.closed_at)


def is_counted(one: IncidentSummary) -> bool:
    """Whether it is an incident at all, and not one that turned out to be none."""
    return one.status is not Status.INVALID


def _assign_paths(incidents: Iterable[IncidentSummary]) -> Mapping[str, str]:
    paths: dict[str, str] = {}
    taken: set[str] = set()
    for one in incidents:
        name = path_segment(one.folder.rsplit("/", 1)[-1])
        paths[one.folder] = free_path(f"incidents/{name}/", taken)
        taken.add(paths[one.folder])
    return paths


def _index_names(incidents: tuple[IncidentSummary, ...]) -> Mapping[str, IncidentSummary]:
    names: dict[str, IncidentSummary] = {}
    for one in incidents:
        names.update(dict.fromkeys(one.aliases, one))
    names.update({one.id: one for one in incidents})
    return names


def _describe_subject(one: IncidentSummary) -> Subject:
    # What was planned or played looks like the last time on purpose.
    is_told = is_counted(one) and one.kind in {Kind.INCIDENT, Kind.NEAR_MISS}
    return Subject(
        name=one.id,
        words=telling_words(one.title) if is_told else frozenset(),
        labels=frozenset((*one.tags, *one.services)) if is_told else frozenset(),
    )


def _index_repeats(incidents: Iterable[IncidentSummary]) -> Mapping[str, tuple[IncidentSummary, ...]]:
    repeats: dict[str, tuple[IncidentSummary, ...]] = defaultdict(tuple)
    for one in incidents:
        for name in one.related.repeat_of:
            repeats[name] = (*repeats[name], one)
    return dict(repeats)

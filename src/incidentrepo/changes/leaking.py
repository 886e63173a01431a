"""A last look at what the world is about to read."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from incidentrepo.config.loading import Config
from incidentrepo.errors import RefusedError
from incidentrepo.leaks.finding import find_kind
from incidentrepo.leaks.known import Known, know, know_too
from incidentrepo.leaks.leak import ADVICE, LeakKind, rule_of
from incidentrepo.model.incident import Incident
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.naming import handles_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What to look for in an incident's texts: no kind of leak that the policy or a waiver lets pass."""

    known: Known
    kinds: tuple[LeakKind, ...]


def make_watch(record: Record, config: Config, *, ids: Collection[str], now: datetime) -> Watch:
    """Return what to look for in the texts of an incident; `ids` are those of all incidents."""
    incident = record.incident
    names = frozenset((*ids, incident.id, *incident.aliases))
    known = know_too(know(config.people, config.policy.publishing, ids=names), handles_in(record))
    return Watch(known=known, kinds=tuple(kind for kind in LeakKind if _is_kept(kind, incident, config, now)))


def refuse_leaks(
    watch: Watch, text: str, *, where: str, first_line: int = 1, is_markdown: bool = True
) -> None:
    """
    Raise `RefusedError` where `text` would tell the world what it must not know.

    `where` names what is read; neither it nor the error repeats what was found.
    """
    for kind in watch.kinds:
        for leak in find_kind(kind, text, watch.known, is_markdown=is_markdown):
            place = f"{where}:{first_line + leak.line - 1}:{leak.column}"
            raise RefusedError(f"{place}: the world would read {leak.what}", hint=ADVICE[kind])


def _is_kept(kind: LeakKind, incident: Incident, config: Config, now: datetime) -> bool:
    rule = rule_of(kind)
    if kind is LeakKind.INTERNAL_ID and incident.source:
        # The world knew it by these names before it came here.
        return False
    if config.policy.levels.get(rule, Level.ERROR) is not Level.ERROR:
        return False
    waivers = [waiver for waiver in incident.waivers if waiver.rule == rule]
    if not waivers:
        return True
    # Imported here: it brings every rule, and hardly any incident has such a waiver.
    from incidentrepo.rules.waivers import has_run_out, is_granted

    calendar = config.policy.calendar
    return not any(
        is_granted(waiver, incident, config.people) and not has_run_out(waiver, calendar, now)
        for waiver in waivers
    )

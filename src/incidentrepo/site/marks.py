"""Words in boxes, and links to people: the small parts that every page repeats by the dozen."""

from collections.abc import Callable, Iterable
from functools import cache

from markupsafe import Markup, escape

from incidentrepo.model.severity import Severity
from incidentrepo.model.status import FollowUpStatus, Kind, Status, UpdateState
from incidentrepo.site.links import person_path
from incidentrepo.site.words import FOLLOW_UP_STATUSES, KINDS, STATES, STATUSES

# In Python and kept, where a template's macro would take most of a page's time.
Mark = Callable[..., Markup]


def make_marks(label_of: Callable[[Severity], str], name_of: Callable[[str], str]) -> dict[str, Mark]:
    """Return the marks by the names that templates know them by; what is None is no mark."""

    @cache
    def severity(value: Severity | None) -> Markup:
        if value is None:
            return Markup()
        more = Markup('<span class="ir-mark__more">{}</span>').format(label_of(value))
        return _box(f"ir-{value.lower()}", Markup("{} {}").format(value.value, more))

    @cache
    def severity_short(value: Severity | None) -> Markup:
        if value is None:
            return Markup()
        return Markup('<span class="ir-mark ir-{}" title="{}">{}</span>').format(
            value.lower(), label_of(value), value.value
        )

    @cache
    def person(root: str, handle: str) -> Markup:
        return Markup('<a class="ir-person" href="{}{}">{}</a>').format(
            root, person_path(handle), name_of(handle)
        )

    def people(root: str, handles: Iterable[str]) -> Markup:
        return Markup(", ").join(person(root, handle) for handle in handles)

    return {
        "severity": severity,
        "severity_short": severity_short,
        "person": person,
        "people": people,
        "status": _status,
        "kind": _kind,
        "planned": _planned,
        "state": _state,
        "follow_up_mark": _follow_up,
    }


@cache
def _status(value: Status | None) -> Markup:
    return _box(f"ir-status ir-status--{value}", escape(STATUSES[value])) if value else Markup()


@cache
def _kind(value: Kind) -> Markup:
    return _box("ir-kind", escape(KINDS[value])) if value is not Kind.INCIDENT else Markup()


@cache
def _planned() -> Markup:
    """Return the word for work that has yet to begin: `Open` would say that something is wrong."""
    return _box("ir-kind", escape("Planned"))


@cache
def _state(value: UpdateState | None) -> Markup:
    return _box(f"ir-state ir-state--{value}", escape(STATES[value])) if value else Markup()


@cache
def _follow_up(value: FollowUpStatus) -> Markup:
    return _box(f"ir-follow-up ir-follow-up--{value}", escape(FOLLOW_UP_STATUSES[value]))


def _box(classes: str, word: Markup) -> Markup:
    return Markup('<span class="ir-mark {}">{}</span>').format(classes, word)

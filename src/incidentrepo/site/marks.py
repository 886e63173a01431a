"""Headings, words in boxes, and links: the small parts that every page repeats by the dozen."""

from collections.abc import Callable, Iterable
from functools import cache

from markupsafe import Markup, escape

from incidentrepo.model.severity import Severity
from incidentrepo.model.status import FollowUpStatus, Kind, Status, UpdateState
from incidentrepo.model.web_address import is_web_address
from incidentrepo.site.links import person_path
from incidentrepo.site.words import FOLLOW_UP_STATUSES, KINDS, STATES, STATUSES, describe_status

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
        "heading": _heading,
        "web_link": web_link,
        "status": _status,
        "kind": _kind,
        "planned": _planned,
        "state": _state,
        "follow_up_mark": _follow_up,
    }


def web_link(address: str, title: str = "") -> Markup:
    """Return a link to an address of the web; anything else stays what was written."""
    if not is_web_address(address):
        return escape(title or address)
    return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(address, title or address)


def _heading(name: str, title: str, count: int = 0) -> Markup:
    """Return the heading of a part of the page, with a link to it, and how much is in it."""
    more = Markup(' <span class="ir-count">{}</span>').format(count) if count else ""
    link = Markup('<a class="headerlink" href="#ir-{}" title="Link to this part">&para;</a>').format(name)
    return Markup('<h2 id="ir-{}">{}{}{}</h2>').format(name, title, more, link)


@cache
def _status(value: Status | None, kind: Kind = Kind.INCIDENT) -> Markup:
    if value is None:
        return Markup()
    word = describe_status(value, kind)
    colour = value if word == STATUSES[value] else "under-way"
    return _box(f"ir-status ir-status--{colour}", escape(word))


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

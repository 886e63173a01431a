"""The wall between what people write and what a reader's browser runs."""

from collections.abc import Callable, Collection
from functools import lru_cache

import nh3

from incidentrepo.model.web_address import is_web_address
from incidentrepo.site.highlighting import CLASSES

_TAGS = {
    *("a", "br", "code", "del", "em", "img", "input", "span", "strong", "sup"),
    *("blockquote", "div", "hr", "li", "ol", "p", "pre", "section", "ul"),
    *("table", "tbody", "td", "th", "thead", "tr"),
    *(f"h{level}" for level in range(1, 7)),
}
_ATTRIBUTES: dict[str, set[str]] = {
    "a": {"href", "id"},
    "img": {"src", "alt", "title"},
    "li": {"id"},
    "ol": {"start"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
_CLOSED_ATTRIBUTES: dict[str, dict[str, set[str]]] = {
    "input": {"type": {"checkbox"}, "checked": {""}, "disabled": {""}},
    "td": {"align": {"left", "right", "center"}},
    "th": {"align": {"left", "right", "center"}},
}
_ALERTS = ("note", "tip", "important", "warning", "caution")
_CLASSES: dict[str, set[str]] = {
    "div": {"highlight", "markdown-alert", *(f"markdown-alert-{kind}" for kind in _ALERTS)},
    "p": {"markdown-alert-title"},
    "section": {"footnotes"},
    "span": set(CLASSES),
    "sup": {"footnote-ref"},
}
_SCHEMES = {"http", "https", "mailto"}


def sanitise(html: str, *, prefix: str = "", files: Collection[str] = ()) -> str:
    """
    Return what is harmless of `html`.

    Ids and links to them get `prefix`, without which there are none: an id of the writer's choice
    could stand for one of the theme's. Of addresses inside this site only `files` are kept, and
    no picture from elsewhere, which would tell another host who reads this.
    """
    return _make_cleaner(prefix, frozenset(files)).clean(html)


# Most pages show no files, and share theirs.
@lru_cache(maxsize=16)
def _make_cleaner(prefix: str, files: frozenset[str]) -> nh3.Cleaner:
    attribute_filter = _make_filter(prefix, files)
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        tag_attribute_values=_CLOSED_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        attribute_filter=attribute_filter,
        link_rel="noopener noreferrer",
    )


def _make_filter(prefix: str, files: frozenset[str]) -> Callable[[str, str, str], str | None]:
    def keep(tag: str, attribute: str, value: str) -> str | None:
        match tag, attribute:
            case _, "id":
                return _prefixed(value, prefix)
            case "img", "src":
                return value if value in files else None
            case "a", "href" if value.startswith("#"):
                fragment = _prefixed(value[1:], prefix)
                return f"#{fragment}" if fragment else None
            case "a", "href":
                return value if value in files or _has_scheme(value) else None
            case _:
                return value

    return keep


def _prefixed(name: str, prefix: str) -> str | None:
    if not prefix or not name:
        return None
    return name if name.startswith(prefix) else prefix + name


def _has_scheme(address: str) -> bool:
    return is_web_address(address) or address.lower().startswith("mailto:")

"""Where each page is; every link is relative, so that a site works under any address."""

import re
from collections.abc import Container

from incidentrepo.model.ids import slugify

_SAFE = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*")


def root_of(path: str) -> str:
    """Return the way from a page up to the site's root: empty, or ending in `/`."""
    return "../" * path.count("/")


def path_segment(name: str) -> str:
    """Return `name` as one part of an address; what no rule allows in a name is left out."""
    return name if _SAFE.fullmatch(name) else slugify(name)


def free_path(path: str, taken: Container[str]) -> str:
    """Return `path`, which ends in `/`, with a number where that page is taken."""
    number, free = 2, path
    while free in taken:
        free, number = f"{path[:-1]}-{number}/", number + 1
    return free


def person_path(handle: str) -> str:
    """Return where a person's page is."""
    return f"people/{path_segment(handle)}/"


def tag_path(name: str) -> str:
    """Return where a tag's page is."""
    return f"tags/{path_segment(name)}/"


def service_path(name: str) -> str:
    """Return where a service's page is."""
    return f"services/{path_segment(name)}/"

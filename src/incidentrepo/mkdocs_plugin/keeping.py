"""Remember what each page came out as, so that one that would come out the same is not made again."""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache as cache_forever
from importlib.metadata import version
from pathlib import Path

from incidentrepo.mkdocs_plugin.shell import Shell, ShellKind
from incidentrepo.site.page import LatePage
from incidentrepo.store.cache import Cache

# What makes HTML of a record, beside our own code.
_LIBRARIES = ("comrak", "jinja2", "nh3", "pygments")
_CODE = ("*.py", "*.html", "*.css", "*.js", "*.json")


def name_pages(late_pages: Iterable[LatePage], shells: Mapping[ShellKind, Shell]) -> dict[str, str]:
    """Return by path what names the whole page, its shell too, of each page that can be named."""
    around = {depth: _digest_shells(shells, depth) for depth in {kind.depth for kind in shells}}
    return {
        late.path: _digest(late.key, late.path, around[late.path.count("/")])
        for late in late_pages
        if late.key
    }


def recall_pages(cache: Cache, names: Mapping[str, str]) -> dict[str, str]:
    """Return by path the digest of what the page came out as, of those that were made before."""
    known = cache.get_many([(name, "page") for name in names.values()], digest=_code_digest())
    return {path: known[name, "page"].decode() for path, name in names.items() if (name, "page") in known}


def remember_pages(cache: Cache, names: Mapping[str, str], made: Mapping[str, str]) -> None:
    """Keep for next time what each of these pages came out as."""
    rows = {(names[path], "page"): digest.encode() for path, digest in made.items() if path in names}
    if rows:
        cache.put_many(rows, digest=_code_digest())


def digest_page(data: bytes) -> str:
    """Return the digest of a whole page."""
    return hashlib.sha256(data).hexdigest()


def _digest_shells(shells: Mapping[ShellKind, Shell], depth: int) -> str:
    return _digest(*(repr(shell) for kind, shell in sorted(shells.items()) if kind.depth == depth))


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode(errors="surrogateescape")).hexdigest()


@cache_forever
def _code_digest() -> str:
    package = Path(__file__).parents[1]
    digest = hashlib.sha256("\0".join(map(version, _LIBRARIES)).encode())
    for path in sorted(path for pattern in _CODE for path in package.rglob(pattern)):
        digest.update(path.read_bytes())
    return digest.hexdigest()

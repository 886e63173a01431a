"""From a folder of records to what one audience may see of it."""

from collections.abc import Collection
from datetime import datetime
from pathlib import Path

from incidentrepo.audience import redact
from incidentrepo.checks import check_repository
from incidentrepo.duties import owed_duties
from incidentrepo.errors import RefusedError
from incidentrepo.light_index.histories import load_histories
from incidentrepo.light_index.organisation import load_organisation_edition
from incidentrepo.light_index.world import load_public_records
from incidentrepo.model.edition import Edition
from incidentrepo.model.status import Audience
from incidentrepo.repository import Repository, load_repository
from incidentrepo.rules.giving_away import find_given_away, list_names
from incidentrepo.store.cache import open_cache
from incidentrepo.store.clone import open_clone
from incidentrepo.store.folder import folder_snapshot
from incidentrepo.store.worktree import worktree_snapshot


def load_edition(folder: Path, audience: Audience, *, now: datetime, history: bool = True) -> Edition:
    """
    Return the edition for `audience` of the records in `folder`.

    Without `history` the folder may lie anywhere; with it, it is a git repository's work tree.
    Raises NothingToCheck and StoreError as reading a repository does, and RefusedError where the world would
    read what it must not know.
    """
    if not history:
        return _redact(load_repository(folder_snapshot(folder)), audience, now=now)
    clone = open_clone(folder)
    snapshot, cache = worktree_snapshot(clone), open_cache(clone)
    # The public edition is made of what records say alone; it never tells who wrote them.
    if audience is Audience.PUBLIC:
        repository, names = load_public_records(snapshot, cache=cache)
        return _redact_for_the_world(repository, names, now=now)
    return load_organisation_edition(snapshot, cache=cache, now=now, histories=load_histories(clone))


def _redact(repository: Repository, audience: Audience, *, now: datetime) -> Edition:
    if audience is Audience.PUBLIC:
        return _redact_for_the_world(repository, list_names(repository), now=now)
    return redact(
        repository,
        audience,
        now=now,
        duties=owed_duties(repository, now=now),
        findings=check_repository(repository, now=now),
    )


def _redact_for_the_world(repository: Repository, names: Collection[str], *, now: datetime) -> Edition:
    """Return the public edition, unless a page of it would give away what `check` calls an error."""
    found = find_given_away(repository, names=names, now=now)
    if found:
        first = found[0]
        more = f", and {len(found) - 1} more of the kind" if len(found) > 1 else ""
        place = f"{first.path}:{first.place.line}:{first.place.column}" if first.place else first.path
        raise RefusedError(f"{place}: {first.message}{more}; nothing was built", hint=first.hint)
    return redact(repository, Audience.PUBLIC, now=now)

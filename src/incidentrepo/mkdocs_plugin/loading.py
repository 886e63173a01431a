"""From a folder of records to what one audience may see of it."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from incidentrepo.audience import redact
from incidentrepo.checks import check_repository
from incidentrepo.duties import owed_duties
from incidentrepo.model.change import Change
from incidentrepo.model.edition import Edition
from incidentrepo.model.status import Audience
from incidentrepo.repository import Repository, load_repository
from incidentrepo.store.cache import open_cache
from incidentrepo.store.clone import Clone, open_clone
from incidentrepo.store.folder import folder_snapshot
from incidentrepo.store.history import all_histories
from incidentrepo.store.worktree import worktree_snapshot


def load_edition(folder: Path, audience: Audience, *, now: datetime, history: bool = True) -> Edition:
    """
    Return the edition for `audience` of the records in `folder`.

    Without `history` the folder may lie anywhere; with it, it is a git repository's work tree.
    Raises NothingToCheck and StoreError as reading a repository does.
    """
    if not history:
        return _redact(load_repository(folder_snapshot(folder)), audience, now=now)
    clone = open_clone(folder)
    repository = load_repository(worktree_snapshot(clone), cache=open_cache(clone))
    # The public edition is made of what records say alone; it never tells who wrote them.
    histories = _histories(clone, repository) if audience is Audience.INTERNAL else {}
    return _redact(repository, audience, now=now, histories=histories)


def _redact(
    repository: Repository,
    audience: Audience,
    *,
    now: datetime,
    histories: Mapping[str, tuple[Change, ...]] | None = None,
) -> Edition:
    if audience is Audience.PUBLIC:
        return redact(repository, audience, now=now)
    return redact(
        repository,
        audience,
        now=now,
        duties=owed_duties(repository, now=now),
        findings=check_repository(repository, now=now),
        histories=histories,
    )


def _histories(clone: Clone, repository: Repository) -> Mapping[str, tuple[Change, ...]]:
    """Return the commits of each incident by its id, newest first."""
    by_folder = all_histories(clone)
    return {
        record.incident.id: tuple(reversed(by_folder.get(record.folder, ()))) for record in repository.records
    }

"""Which commits touched each incident: their names at once, and the commits when a page asks for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from incidentrepo.internal_edition import name_history
from incidentrepo.model.change import Change
from incidentrepo.store.clone import Clone
from incidentrepo.store.history import all_histories


@dataclass(frozen=True, slots=True, kw_only=True)
class Histories:
    """`names` are by folder; `changes` are the commits, newest first."""

    names: Mapping[str, str] = field(default_factory=dict)
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)

    def read(self, folder: str) -> tuple[Change, ...]:
        """Return the commits that touched the incident, newest first."""
        return self.changes.get(folder, ())


def load_histories(clone: Clone) -> Histories:
    """Return the history of every incident; raise StoreError in a shallow clone."""
    changes = {folder: found[::-1] for folder, found in all_histories(clone).items()}
    return Histories(
        names={folder: name_history(found) for folder, found in changes.items()}, changes=changes
    )

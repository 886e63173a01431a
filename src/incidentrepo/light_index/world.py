"""What the public edition is made of, for which the internal incidents are not read."""

from incidentrepo.light_index.keeping import load_summaries
from incidentrepo.model.status import Visibility
from incidentrepo.repository import Repository, files_by_folder, load_folders
from incidentrepo.settling import take_law
from incidentrepo.store.cache import Cache
from incidentrepo.store.snapshot import Snapshot


def load_public_records(snapshot: Snapshot, *, cache: Cache) -> tuple[Repository, frozenset[str]]:
    """
    Return `snapshot` with no incident that is internal, and the ids and aliases of all there are.

    The public edition of it is the same as if every record had been read.
    Raises `NothingToCheck` as `load_repository` does.
    """
    folders = files_by_folder(snapshot.list_files())
    summaries = tuple(load_summaries(snapshot, folders, take_law(snapshot, snapshot), cache))
    shown = {
        one.folder: folders[one.folder] for one in summaries if one.visibility is not Visibility.INTERNAL
    }
    names = frozenset(name for one in summaries for name in (one.id, *one.aliases))
    return load_folders(snapshot, shown, cache=cache), names

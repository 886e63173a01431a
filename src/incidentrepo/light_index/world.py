"""The public edition, for which the internal incidents are not read."""

from incidentrepo.light_index.keeping import load_summaries
from incidentrepo.model.edition import PublicEdition
from incidentrepo.model.status import Visibility
from incidentrepo.public_edition import redact_for_the_public
from incidentrepo.repository import files_by_folder, load_folders
from incidentrepo.settling import take_law
from incidentrepo.store.cache import Cache
from incidentrepo.store.snapshot import Snapshot


def load_public_edition(snapshot: Snapshot, *, cache: Cache) -> PublicEdition:
    """
    Return what the world may see of `snapshot`, the same as if every record had been read.

    Raises `NothingToCheck` as `load_repository` does.
    """
    folders = files_by_folder(snapshot.list_files())
    shown = {
        one.folder: folders[one.folder]
        for one in load_summaries(snapshot, folders, take_law(snapshot, snapshot), cache)
        if one.visibility is not Visibility.INTERNAL
    }
    return redact_for_the_public(load_folders(snapshot, shown, cache=cache))

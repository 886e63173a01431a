"""The files among the incidents that a rule about files may have something to say of."""

import re
from collections.abc import Iterable
from itertools import filterfalse

from incidentrepo.model.record import INCIDENTS_FOLDER
from incidentrepo.store.snapshot import Blob, FileMode

_AMONG_INCIDENTS = f"{INCIDENTS_FOLDER}/"
# The documents where they belong, by names that hold nothing odd: nearly all files there are.
_USUAL = re.compile(
    r"incidents/[0-9]{4}/[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9-]{1,60}/"
    r"(?:incident\.yaml|postmortem\.md|public\.md)"
)


def find_unusual(blobs: Iterable[Blob]) -> tuple[Blob, ...]:
    """Return the files below `incidents/` that are not just its documents; of links another rule speaks."""
    return tuple(
        blob
        for blob in filterfalse(is_usual, blobs)
        if blob.path.startswith(_AMONG_INCIDENTS) and blob.is_plain
    )


def is_usual(blob: Blob) -> bool:
    """Whether it is a document where it belongs, so that nothing can be said of it as a file."""
    return blob.mode is FileMode.FILE and _USUAL.fullmatch(blob.path) is not None

"""A snapshot whose content git keeps: what the index and a commit have in common."""

from collections.abc import Iterable, Iterator, Mapping

from incidentrepo.store.clone import Clone
from incidentrepo.store.objects import ObjectReader, object_sizes
from incidentrepo.store.snapshot import Blob, FileMode, is_submodule, sort_blobs


class StoredSnapshot:
    """Files listed once, each read from git's objects when it is asked for."""

    def __init__(self, clone: Clone, *, label: str, blobs: Iterable[Blob]) -> None:
        self.label = label
        self._clone = clone
        self._files = sort_blobs(blobs)
        self._by_path = {blob.path: blob for blob in self._files}
        self._objects = ObjectReader(clone)

    def list_files(self) -> tuple[Blob, ...]:
        """Return every file, sorted by path."""
        return self._files

    def read_file(self, path: str) -> bytes:
        """Return one file's content; raise KeyError where the snapshot has no such file."""
        return self._objects.read(self._object_of(path))

    def read_files(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield each path with its content, in the order asked for."""
        wanted = tuple(paths)
        contents = self._objects.read_many(self._object_of(path) for path in wanted)
        return zip(wanted, contents, strict=True)

    def read_sizes(self, paths: Iterable[str]) -> Mapping[str, int]:
        """Return how many bytes each file has; one that a partial clone lacks is left out."""
        ids = {path: self._object_of(path) for path in paths}
        known = object_sizes(self._clone, ids.values())
        return {path: known[object_id] for path, object_id in ids.items() if object_id in known}

    def _object_of(self, path: str) -> str:
        blob = self._by_path[path]
        if blob.mode is FileMode.SUBMODULE:
            raise is_submodule(path)
        return blob.id

"""Many files read at once, on every core where there are enough of them to pay for it."""

import os
from collections.abc import Sequence
from typing import Any

from incidentrepo.documents.reading import FileKind, NewerSchemaError, Reading, read_file

# Below this, starting processes costs more than it saves.
WORTH_A_POOL = 400

File = tuple[str, bytes]
"""A path, whose last part tells the kind of file, and what is in it."""


def read_files(files: Sequence[File]) -> list[Reading[Any]]:
    """Return what each file says, in the given order; raises `NewerSchemaError`, which names the file."""
    workers = os.cpu_count() or 1
    if len(files) < WORTH_A_POOL or workers == 1:
        return _read_chunk(files)
    # Imported here: small repositories, and `declare`, never pay for it.
    from concurrent.futures import ProcessPoolExecutor

    size = -(-len(files) // (workers * 4))
    chunks = [files[start : start + size] for start in range(0, len(files), size)]
    with ProcessPoolExecutor(workers) as pool:
        return [reading for chunk in pool.map(_read_chunk, chunks) for reading in chunk]


def _read_chunk(files: Sequence[File]) -> list[Reading[Any]]:
    return [_read_one(path, data) for path, data in files]


def _read_one(path: str, data: bytes) -> Reading[Any]:
    try:
        return read_file(FileKind(path.rsplit("/", 1)[-1]), data)
    except NewerSchemaError as error:
        raise NewerSchemaError(f"{path}: {error}") from error

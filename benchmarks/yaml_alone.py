"""Load every incident.yaml below a folder with PyYAML's own compiled loader, and do nothing with it."""

import os
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import yaml


def main() -> None:
    """Load the records below the folder that is named, on all processors."""
    files = sorted(Path(sys.argv[1]).glob("incidents/*/*/*/incident.yaml"))
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        loaded = sum(pool.map(_load, files, chunksize=100))
    print(f"{loaded} records")


def _load(file: Path) -> bool:
    return isinstance(yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader), dict)


if __name__ == "__main__":
    main()

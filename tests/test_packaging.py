"""What is shipped holds all that is needed, the same bytes each time."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.source_tree import TOP


def build(source: Path, target: str, folder: Path) -> Path:
    """Return the wheel or the sdist that is built from `source`, with what the lock holds."""
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)],
        capture_output=True,
        check=True,
        cwd=source,
    )
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source tree."""
    return build(TOP, "wheel", tmp_path_factory.mktemp("wheel"))


def test_wheel_finds_its_files(wheel: Path, tmp_path: Path) -> None:
    """
    An installed wheel has the schemas, the example and the mark of typed code inside the package.
    """
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    code = (
        "from incidentrepo.resources import resource_folder as find;"
        "print(find('schema') / 'incident.schema.json', find('example-repo') / 'incidentrepo.yaml')"
    )

    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=tmp_path, text=True
    )

    files = [Path(name) for name in found.stdout.split()]
    assert files == [
        tmp_path / "incidentrepo/schema/incident.schema.json",
        tmp_path / "incidentrepo/example-repo/incidentrepo.yaml",
    ]
    assert all(file.is_file() for file in [*files, tmp_path / "incidentrepo/py.typed"])


def test_wheel_from_sdist_is_the_same(wheel: Path, tmp_path: Path) -> None:
    """
    The sdist holds all that the wheel is made of: a wheel built from it is the same to the byte.
    """
    sdist = build(TOP, "sdist", tmp_path / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(tmp_path, filter="data")

    again = build(tmp_path / sdist.name.removesuffix(".tar.gz"), "wheel", tmp_path / "wheel")

    assert again.read_bytes() == wheel.read_bytes()


def test_lock_names_no_address() -> None:
    """
    The lock holds names, versions and hashes; where they come from is the installing machine's choice.
    """
    lines = (TOP / "requirements.lock").read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if not line.startswith("    --hash=sha256:")]

    assert [line for line in entries if "==" not in line or "/" in line or "@" in line] == []
    assert all(line.endswith(" \\") for line in entries)

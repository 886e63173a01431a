"""A site that was built on what was kept is the site that is built from nothing, wherever that happens."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from incidentrepo.cli.site_building import build_audience
from incidentrepo.model.status import Audience
from incidentrepo.resources import resource_folder
from tests.browser.conftest import NOW
from tests.git_repository import GitRepository

STEPS = 4
PROGRAM = Path(sys.executable).with_name("incidentrepo")
# Another machine: its zone, language, hashes and habits.
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LANG": "tr_TR.UTF-8", "LC_ALL": "C", "PYTHONHASHSEED": "7"}

Edit = Callable[[GitRepository, Path, Random], None]


def records_of(repository: GitRepository, chance: Random) -> Path:
    """Return the folder of any incident."""
    return chance.choice(
        sorted(path.parent for path in repository.path.glob("incidents/*/*/*/incident.yaml"))
    )


def retitle(repository: GitRepository, _: Path, chance: Random) -> None:
    file = records_of(repository, chance) / "incident.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines = [
        f"title: Another title {chance.random()}" if line.startswith("title:") else line for line in lines
    ]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_more(repository: GitRepository, _: Path, chance: Random) -> None:
    file = records_of(repository, chance) / "postmortem.md"
    text = file.read_text(encoding="utf-8") if file.exists() else "---\nstatus: draft\n---\n"
    file.write_text(f"{text}\nAnd *more* {chance.random()}.\n", encoding="utf-8")


def add_one(repository: GitRepository, _: Path, chance: Random) -> None:
    source = records_of(repository, chance)
    name = f"{source.name[:10]}-n{chance.getrandbits(30)}"
    shutil.copytree(source, source.with_name(name))
    file = source.with_name(name) / "incident.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(source.name, name), encoding="utf-8")


def remove_one(repository: GitRepository, _: Path, chance: Random) -> None:
    shutil.rmtree(records_of(repository, chance))


def rename_organisation(repository: GitRepository, _: Path, chance: Random) -> None:
    file = repository.path / "incidentrepo.yaml"
    text = file.read_text(encoding="utf-8")
    name = rf"\g<1>N{chance.getrandbits(30)} Nine"
    file.write_text(re.sub(r"(name: )(?:N[0-9]+ )?Nine", name, text, count=1), encoding="utf-8")


def touch_output(_: GitRepository, output: Path, chance: Random) -> None:
    """Somebody writes into the site by hand: a page, and a file that belongs to nobody."""
    page = chance.choice(sorted(output.glob("*/incidents/*/index.html")))
    page.write_text("<p>Mine.</p>", encoding="utf-8")
    (page.parent / "stray.html").write_text("<p>Mine too.</p>", encoding="utf-8")
    chance.choice(sorted(output.glob("*/*.xml"))).unlink()


EDITS: tuple[Edit, ...] = (retitle, write_more, add_one, remove_one, rename_organisation, touch_output)


def build_elsewhere(repository: GitRepository, place: Path) -> None:
    """Build both sites from a clone, by another process that knows nothing."""
    repository.git("clone", "--quiet", str(repository.path), str(place / "clone"))
    for audience in Audience:
        command = [
            *(str(PROGRAM), "-C", str(place / "clone"), "--now", NOW.isoformat()),
            *("site", "build", "--audience", audience, "--output", str(place / audience)),
        ]
        done = subprocess.run(
            command,
            env=os.environ | ELSEWHERE,
            capture_output=True,
            check=False,
            encoding="utf-8",
            umask=0o077,
        )
        assert done.returncode == 0, done.stderr


def read(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("seed", range(2))
def test_same_site(seed: int, tmp_path: Path) -> None:
    """
    After any edits, to records, policy or the site itself, both sites are to the byte what they are when they
    are built from nothing, in another folder, zone and language, under another umask.
    """
    chance = Random(seed)
    shutil.copytree(resource_folder("example-repo"), tmp_path / "records")
    repository, output = GitRepository.init(tmp_path / "records"), tmp_path / "warm"
    repository.commit("Begin")
    done = []
    for step in range(STEPS):
        if step:
            for edit in chance.sample(EDITS, 2):
                before = read(repository.path) | read(output)
                edit(repository, output, chance)
                done.append(edit.__name__)
                assert read(repository.path) | read(output) != before, done
            repository.commit(" ".join(done[-2:]))
        for audience in Audience:
            build_audience(repository.path, audience, output=output / audience, now=NOW)
    build_elsewhere(repository, tmp_path / "cold")

    for audience in Audience:
        warm, cold = read(output / audience), read(tmp_path / "cold" / audience)
        assert sorted(warm) == sorted(cold), done
        assert [path for path in cold if warm[path] != cold[path]] == [], done

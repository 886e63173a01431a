"""A word in every internal place there is, looked for in every byte that the world gets."""

import base64
import gzip
import os
from datetime import UTC, datetime
from fnmatch import fnmatch
from pathlib import Path

import pytest

from incidentrepo.cli.site_building import build_audience
from incidentrepo.model.status import Audience
from tests.redaction.tokens import ENCODINGS, INTERNAL, PUBLIC, layers, spelt
from tests.redaction.world import World, make_world

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)

# What the internal site does not show either, by its place, and why. All of it is in the repository.
LEFT_OUT = {
    "*a comment*": "comments are for whoever edits the file",
    "a branch": "pages are the same on every branch",
    "a tag*": "git's own, which no page reads",
    "a note of git": "git's own, which no page reads",
    "git's user": "it is not who wrote the records",
    "an address of an author": "people have a name and a handle on pages, and an address in people.yaml",
    "a template": "what postmortems start from",
    "the name of a template": "what postmortems start from",
    "*stray file": "nothing reads it, and `check` says so",
    "the environment": "nothing reads it",
    "the folder's name": "a site is the same wherever it is built",
    "automations: *": "what they do stands on the timeline",
    "subscriptions: *": "everybody's own",
    "rotations: *": "who has a role stands on the incident",
    "people: *.emails.*": "how commits are told apart",
    "people: *.logins.*": "how commits are told apart",
    "policy: branch": "the tool's own settings",
    "policy: channels.*": "the tool's own settings",
    "policy: publishing.*": "the tool's own settings",
    "policy: rules.*": "the tool's own settings",
    "policy: custom_fields.*": "what fields there may be",
    "policy: code_yellow.*": "the page says what is owed, not each condition",
    "policy: duties.*": "the page says what is owed, not each condition",
    "policy: meet_at": "each incident has its own",
    "policy: severities.*": "who is paged, and the sections of a postmortem",
    "policy: severity_guide.*": "the guide shows its questions and answers",
    "tags: *": "who is called, and what a postmortem starts from",
    "*incident: custom.*": "the organisation's own fields",
    "*incident: follow_ups.*": "the line of a follow-up has what it promises, who, and by when",
    "*incident: origin": "how the record came to be",
    "*incident: source.*": "where the record came from",
    "*incident: review.attendees.*": "that others have read it is what counts",
    "*incident: timeline.*": "the line of an entry has what happened",
    "*incident: waivers.*": "who agreed is in the audit",
    "internal incident: *slug*": "nobody reads a public page that is not published",
    "* incident: title": "nobody reads a public page that is not published",
    "* incident: public text": "nobody reads a public page that is not published",
    "* incident: a picture in words": "nobody reads a public page that is not published",
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


def build(world: World, audience: Audience, output: Path) -> dict[str, bytes]:
    """Return all files of a site, built with words in the environment."""
    with pytest.MonkeyPatch.context() as patch:
        for name, value in world.environment.items():
            patch.setenv(name, value)
        build_audience(world.repository.path, audience, output=output, now=NOW)
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def public_site(world: World, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(world, Audience.PUBLIC, tmp_path_factory.mktemp("sites") / "public")


@pytest.fixture(scope="module")
def internal_site(world: World, tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(world, Audience.INTERNAL, tmp_path_factory.mktemp("sites") / "internal")


def everything(files: dict[str, bytes]) -> bytes:
    """Return every byte of every file, what is packed in them, and their names."""
    return b"\n".join([*map(os.fsencode, files), *(one for data in files.values() for one in layers(data))])


def test_the_world_gets_no_internal_word(public_site: dict[str, bytes]) -> None:
    """
    No internal word stands in any file of the public site or in its name, plain or in any encoding.
    """
    found = {
        (name, tuple(ways))
        for name, data in public_site.items()
        if (ways := spelt(name.encode() + b"\n" + data, INTERNAL) + spelt(data, INTERNAL))
    }

    assert found == set()
    assert len(public_site) > 20


def test_the_world_gets_the_public_words(world: World, public_site: dict[str, bytes]) -> None:
    """
    The words that the world may read are there, but for those of labels and names that are not in use.
    """
    site = everything(public_site)
    missing = {world.tokens.places[word] for word in world.tokens.of(PUBLIC) if word.encode() not in site}

    assert missing <= {
        "policy: organisation.name",
        "policy: organisation.url",
        *(f"policy: severities.SEV{number}.label" for number in range(2, 6)),
    }


def test_what_was_withdrawn_is_named_nowhere(world: World, public_site: dict[str, bytes]) -> None:
    """
    Addresses of what was withdrawn stand in the pages at these addresses alone: no feed, list, map, search.
    """
    (slug,) = [word for word, place in world.tokens.places.items() if place == "withdrawn incident: slug"]
    (former,) = [
        word for word, place in world.tokens.places.items() if place == "withdrawn incident: former_slugs.0"
    ]
    pages = {f"incidents/{one}/index.html" for one in (slug, former)}
    naming = {
        name
        for name, data in public_site.items()
        if any(word.encode() in one for one in layers(data) for word in (slug, former))
    }

    assert pages <= public_site.keys()
    assert naming <= pages
    assert b"withdrawn" in public_site[f"incidents/{slug}/index.html"]
    assert all(b'<meta name="robots" content="noindex">' in public_site[page] for page in pages)


def test_every_internal_word_can_be_found(world: World, internal_site: dict[str, bytes]) -> None:
    """
    The same search finds every internal word on the internal site, but for what that leaves out too.
    """
    site = everything(internal_site).lower()
    missing = {world.tokens.places[word] for word in world.tokens.of(INTERNAL) if word.encode() not in site}
    unexplained = {place for place in missing if not any(fnmatch(place, left) for left in LEFT_OUT)}

    assert sorted(unexplained) == []


def test_every_internal_word_is_there(world: World) -> None:
    """
    Every word stands in the repository, its history or the environment: none is looked for in vain.
    """
    path = world.repository.path
    objects = [
        world.repository.git("cat-file", "-p", line.split()[0]).encode()
        for line in world.repository.git("cat-file", "--batch-check", "--batch-all-objects").splitlines()
        if line.split()[1] in {"commit", "tag"}
    ]
    notes = world.repository.git("notes", "show").encode()
    files = [one for file in path.rglob("*") if file.is_file() for one in layers(file.read_bytes())]
    names = [os.fsencode(file) for file in path.rglob("*")]
    told = b"\n".join([*names, *files, *objects, notes, repr(world.environment).encode()]).lower()

    assert [place for word, place in world.tokens.places.items() if word.encode() not in told] == []
    assert len(world.tokens.of(INTERNAL)) > 400


@pytest.mark.parametrize("way", sorted(ENCODINGS))
def test_the_search_finds(way: str) -> None:
    """
    A word is found in each encoding, in capitals and packed; in base64 wherever it begins.
    """
    offset = {"base64, second": 1, "base64, third": 2}.get(way, 0)
    within = b"a" * offset + INTERNAL.encode() + b"zz"
    written = base64.b64encode(within) if way.startswith("base64") else ENCODINGS[way](INTERNAL)

    assert way in spelt(b"x" + written, INTERNAL)
    assert way in spelt(gzip.compress(b"x" + written), INTERNAL)
    if not way.startswith("base64"):
        assert way in spelt(written.upper(), INTERNAL)

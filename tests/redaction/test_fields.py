"""Each field of the schemas, changed on its own: the world notices of those labelled public alone."""

import copy
from datetime import UTC, datetime
from typing import Any

import pytest

from incidentrepo.documents.writing import write_document
from incidentrepo.model.edition import PublicEdition
from incidentrepo.public_edition import redact_for_the_public
from incidentrepo.repository import load_repository
from incidentrepo.store.folder import folder_snapshot
from tests.redaction.schema_values import Leaf
from tests.redaction.world import World, make_world

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)
# Labelled internal, for nobody outside reads the word itself; what it decides is who may read at all.
DECIDES = {"visibility", "timeline.audience"}
# Labelled public, and yet what the world reads is the same here.
UNUSED = {
    "schema_version": "there is one version",
    "organisation.name": "there is a public name",
    **{f"severities.SEV{number}.label": "no public incident has it" for number in range(2, 6)},
    "timeline.audience": "it is the world's already",
    "timeline.entry": "an entry that is no update is not told",
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"))


def edition(world: World) -> PublicEdition:
    return redact_for_the_public(load_repository(folder_snapshot(world.repository.path)), now=NOW)


def changed(document: Any, leaf: Leaf) -> Any:
    """Return the document with another value for one field; a key of the user's own is looked up."""
    document = copy.deepcopy(document)
    inner = document
    for step in leaf.pointer[:-1]:
        inner = inner[_key(inner, step)]
    inner[_key(inner, leaf.pointer[-1])] = leaf.other
    return document


def _key(inner: Any, step: str | int) -> Any:
    if step != "NAME":
        return step
    return next(key for key in inner if key.startswith("zqxjvk"))


def write(world: World, path: str, document: dict[str, Any]) -> None:
    _, mark, body = (world.repository.path / path).read_text(encoding="utf-8").partition("\n---\n")
    text = write_document(document)
    world.repository.write(path, f"---\n{text}---\n{body}" if mark else text)


def test_each_field_on_its_own(world: World) -> None:
    """
    An internal field with another value leaves the public edition equal; a public one does not.
    """
    before = edition(world)
    seen: set[tuple[str, str]] = set()
    unseen: set[tuple[str, str]] = set()
    for path, leaves in world.leaves.items():
        is_told = "/" not in path or path.startswith(world.public)
        for leaf in leaves if is_told else ():
            write(world, path, changed(world.documents[path], leaf))
            (seen if edition(world) != before else unseen).add((leaf.place, leaf.audience))
        write(world, path, world.documents[path])
    assert edition(world) == before

    assert {place for place, audience in seen if audience == "internal"} <= DECIDES
    assert len([place for place, audience in unseen if audience == "internal"]) > 150
    assert {place for place, audience in unseen - seen if audience == "public"} <= UNUSED.keys()
    assert {"severity", "kind", "status", "started_at", "title", "slug", "timeline.text"} <= {
        place for place, audience in seen if audience == "public"
    }

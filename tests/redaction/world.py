"""A repository with a word of its own in every place there is, inside and outside."""

import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from incidentrepo.documents.writing import write_document
from tests.git_repository import GitRepository
from tests.pictures.making import TOKEN, jpeg_segment, make_exif, make_png, png_chunk, sample
from tests.redaction.schema_values import Leaf, Pointer, ReadBy, all_internal, as_labelled, fill_document
from tests.redaction.tokens import Tokens

_ROOT_FILES = {
    "policy": "incidentrepo.yaml",
    "people": "people.yaml",
    "tags": "tags.yaml",
    "rotations": "rotations.yaml",
    "automations": "automations.yaml",
    "subscriptions": "subscriptions.yaml",
}
_SETTINGS = """\
site_name: {} inside
theme: {{name: material}}
plugins: [incidentrepo]
# {}
"""


@dataclass(slots=True, kw_only=True)
class World:
    """
    The repository, what each word stands for, and the values that the schemas' fields have.

    `public` is the folder of the incident that the world may read; `environment` has to be set.
    """

    repository: GitRepository
    tokens: Tokens
    documents: dict[str, dict[str, Any]] = field(default_factory=dict)
    leaves: dict[str, list[Leaf]] = field(default_factory=dict)
    public: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)


def make_world(folder: Path) -> World:
    """Return a repository with one incident that is public, one that is internal, and one withdrawn."""
    tokens = Tokens()
    named = tokens.new("internal", "the folder's name")
    world = World(repository=GitRepository.init(folder / named / "repository"), tokens=tokens)
    for name, path in _ROOT_FILES.items():
        _write_document(world, name, path)
    world.public = _write_incident(world, "public")
    _write_incident(world, "internal")
    _write_incident(world, "withdrawn")
    _write_other_files(world)
    _commit(world)
    word = tokens.new("internal", "the environment")
    world.environment = {f"INCIDENTREPO_{word.upper()}": word}
    return world


def _write_document(world: World, name: str, path: str) -> None:
    world.tokens.under = f"{name}: "
    document, leaves = fill_document(name, world.tokens)
    _put(world, path, document, leaves)
    world.tokens.under = ""


def _put(world: World, path: str, document: dict[str, Any], leaves: list[Leaf]) -> None:
    world.documents[path], world.leaves[path] = document, leaves
    comment = f"# {world.tokens.new('internal', 'a comment')}\n"
    world.repository.write(path, write_document(document, header=comment))


def _write_incident(world: World, visibility: str) -> str:
    new, is_read = world.tokens.new, visibility == "public"
    world.tokens.under = f"{visibility} incident: "
    document, leaves = fill_document("incident", world.tokens, as_labelled if is_read else all_internal)
    document |= {"id": f"2026-11-02-{document['id']}", "visibility": visibility}
    (update,) = [entry for entry in document["timeline"] if entry["entry"] == "update"]
    inside = {"entry": "update", "at": "2026-11-02T09:44:00Z", "text": new("internal", "an update for us")}
    document["timeline"].append(inside)
    update["audience"] = "public"
    folder = f"incidents/2026/11/{document['id']}"
    _put(world, f"{folder}/incident.yaml", document, leaves)
    told = new("internal", "the postmortem"), new("internal", "a comment of the postmortem")
    head, _ = fill_document("postmortem", world.tokens)
    body = f"{told[0]} says why.\n\n<!-- {told[1]} -->\n"
    world.repository.write(f"{folder}/postmortem.md", f"---\n{write_document(head)}---\n{body}")
    author = new("internal", "an account's author")
    world.repository.write(f"{folder}/accounts/{author}.md", f"{new('internal', 'account')} saw it.\n")
    _write_page(world, folder, list(_write_evidence(world, folder)), visibility)
    world.tokens.under = ""
    return folder


def _write_evidence(world: World, folder: str) -> Iterator[str]:
    """Write a log, and a picture of each sort with a word wherever it can hold one; yield their paths."""
    new = world.tokens.new
    log = f"evidence/{new('internal', 'the name of a log')}.txt"
    world.repository.write(f"{folder}/{log}", f"{new('internal', 'a log')}\n")
    for suffix, data in _pictures(world.tokens):
        path = f"evidence/{new('internal', f'the name of a {suffix}')}.{suffix}"
        world.repository.write(f"{folder}/{path}", data)
        yield path


def _pictures(tokens: Tokens) -> Iterator[tuple[str, bytes]]:
    def new(place: str) -> bytes:
        return tokens.new("internal", place).encode()

    png = make_png(
        png_chunk(b"tEXt", b"Author\0" + new("PNG text")),
        png_chunk(b"zTXt", b"Author\0\0" + zlib.compress(new("packed PNG text"))),
        png_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + new("XMP of a PNG")),
        png_chunk(b"eXIf", make_exif((0x0112, 3, 1, 6)) + new("EXIF of a PNG")),
    )
    yield "png", png + new("data behind a PNG")
    for name in ("photograph.jpg", "animation.gif", "photograph.webp"):
        data = _with_thumbnail(sample(name))
        for number in range(data.count(TOKEN)):
            data = data.replace(TOKEN, new(f"metadata of {name}, {number}"), 1)
        yield name.rpartition(".")[2], data


def _with_thumbnail(data: bytes) -> bytes:
    """Return a JPEG with a small copy of itself in its head, and XMP behind it; others as they are."""
    if not data.startswith(b"\xff\xd8"):
        return data
    thumbnail = jpeg_segment(0xE0, b"JFXX\0\x10" + TOKEN)
    xmp = jpeg_segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + TOKEN)
    return data[:20] + thumbnail + xmp + data[20:]


def _write_page(world: World, folder: str, shown: list[str], visibility: str) -> None:
    """Write `public.md`, which the world reads; of what was withdrawn it has the addresses alone."""
    audience = "public" if visibility == "public" else "internal"
    new = world.tokens.new
    head, leaves = fill_document("public", world.tokens, _PAGE_READ_BY[visibility])
    world.documents[f"{folder}/public.md"], world.leaves[f"{folder}/public.md"] = head, leaves
    pictures = "\n".join(f"![{new(audience, 'a picture in words')}]({path})" for path in shown)
    comment = new("internal", "a comment of the public page")
    text = f"{new(audience, 'public text')} happened. <!-- {comment} -->\n\n{pictures}\n"
    world.repository.write(f"{folder}/public.md", f"---\n{write_document(head)}---\n{text}")


def _address_alone(pointer: Pointer, _audience: str) -> str:
    return "public" if pointer[0] in {"slug", "former_slugs"} else "internal"


_PAGE_READ_BY: Mapping[str, ReadBy] = {
    "public": as_labelled,
    "internal": all_internal,
    "withdrawn": _address_alone,
}


def _write_other_files(world: World) -> None:
    """Write what no schema describes: templates, the library, the look of the internal site."""
    new, write = world.tokens.new, world.repository.write
    write(f"templates/{new('internal', 'the name of a template')}.md", new("internal", "a template"))
    write(
        f"library/{new('internal', 'a source')}/x/incident.yaml", f"title: {new('internal', 'the library')}\n"
    )
    write(
        "mkdocs.yml",
        _SETTINGS.format(new("internal", "site name"), new("internal", "a comment of mkdocs.yml")),
    )
    write("docs/handbook.md", f"# {new('internal', 'a page of the docs folder')}\n")
    write(f"{new('internal', 'the name of a stray file')}.txt", new("internal", "a stray file"))


def _commit(world: World) -> None:
    new, git = world.tokens.new, world.repository.git
    author = f"{new('internal', 'an author')} <{new('internal', 'an address of an author')}@example.org>"
    world.repository.commit(new("internal", "a commit's message"), author=author)
    git("branch", "-m", new("internal", "a branch"))
    git("tag", "-m", new("internal", "a tag's message"), new("internal", "a tag"))
    git("notes", "add", "-m", new("internal", "a note of git"))
    git("config", "user.name", new("internal", "git's user"))

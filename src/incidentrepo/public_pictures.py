"""The pictures that `public.md` shows the world: of all evidence these alone, and only as they look."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from hashlib import sha256
from html import unescape
from urllib.parse import unquote

from incidentrepo.markup.images import shown_addresses
from incidentrepo.model.edition import PublicPicture
from incidentrepo.model.public_page import PublicPage
from incidentrepo.model.record import EVIDENCE_FOLDER, Record
from incidentrepo.model.shown_pictures import Picture, find_pictures
from incidentrepo.pictures.cleaning import clean_picture
from incidentrepo.pictures.kept import CleanPicture, UnclearPictureError

PICTURES_FOLDER = "pictures"
"""Where a public page's pictures lie, beside it."""

_NAME_LENGTH = 16

ReadFile = Callable[[str], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPicture:
    """A picture of this site that `public.md` shows: what is left of it, or why the world cannot have it."""

    picture: Picture
    clean: CleanPicture | None = None
    refusal: str = ""


def shown_pictures(record: Record, read_file: ReadFile) -> Iterator[ShownPicture]:
    """Yield each picture that `public.md` of `record` shows, but for those of other hosts."""
    page = record.public_page
    # A text may show one picture a thousand times.
    seen: dict[str, CleanPicture | str] = {}
    for picture in _find_pictures(page.body) if page else ():
        if picture.is_outside:
            continue
        path = _path_of(picture.target)
        if path not in seen:
            seen[path] = _look_at(path, record, read_file)
        found = seen[path]
        if isinstance(found, str):
            yield ShownPicture(picture=picture, refusal=found)
        else:
            yield ShownPicture(picture=picture, clean=found)


def publish_pictures(
    page: PublicPage, record: Record, read_file: ReadFile
) -> tuple[str, tuple[PublicPicture, ...]]:
    """
    Return the text of `page` with new names for its pictures, and the pictures.

    A name is made of what the picture shows, so it says nothing of where the picture came from. What
    cannot be published keeps its old name in the text; no page shows it, for nothing has that name.
    """
    published: dict[str, PublicPicture] = {}
    names: dict[tuple[int, int], str] = {}
    for shown in shown_pictures(record, read_file):
        if shown.clean:
            name = _name(shown.clean)
            path = _place(_path_of(shown.picture.target), record)
            published[name] = PublicPicture(path=name, read=partial(_read_again, path, read_file))
            names[shown.picture.target_span] = name
    return _rename(page.body, names), tuple(published[name] for name in sorted(published))


# One text is looked at for one sort of leak after the other.
@lru_cache(maxsize=4)
def hide_names(text: str) -> str:
    """
    Return `text` with spaces for the names of its pictures of evidence, which the world is never told.

    All else keeps its place.
    """
    spans = {
        picture.target_span
        for picture in _find_pictures(text)
        if _path_of(picture.target).startswith(f"{EVIDENCE_FOLDER}/")
    }
    return _rename(text, {(start, end): " " * (end - start) for start, end in spans})


def _find_pictures(text: str) -> Iterator[Picture]:
    """Yield each picture that a page with `text` does show: the engine of the page has the last word."""
    addresses = shown_addresses(text)
    return (picture for picture in find_pictures(text) if unquote(unescape(picture.target)) in addresses)


def _look_at(path: str, record: Record, read_file: ReadFile) -> CleanPicture | str:
    """Return what is left of the picture at `path`, or why the world cannot have it."""
    if not path.startswith(f"{EVIDENCE_FOLDER}/"):
        return f"it does not lie in {EVIDENCE_FOLDER}/"
    try:
        return clean_picture(read_file(_place(path, record)))
    except UnclearPictureError as error:
        return str(error)
    except KeyError:
        # So it is too where nobody has the file at hand: what settles an incident reads no evidence, and one
        # that something can be said of is read whole.
        return "there is no such file"


def _place(path: str, record: Record) -> str:
    """Return the path from the root; raise KeyError where it leads out of the folder, where no file is."""
    if ".." in path.split("/"):
        raise KeyError(path)
    return f"{record.folder}/{path}"


def _read_again(path: str, read_file: ReadFile) -> bytes:
    # Read and cleaned once more when it is written: no more than one is in memory.
    return clean_picture(read_file(path)).data


def _path_of(target: str) -> str:
    return unquote(target).removeprefix("./")


def _name(clean: CleanPicture) -> str:
    return f"{PICTURES_FOLDER}/{sha256(clean.data).hexdigest()[:_NAME_LENGTH]}.{clean.suffix}"


def _rename(text: str, names: Mapping[tuple[int, int], str]) -> str:
    """Return `text` with these names where others stand."""
    pieces, position = [], 0
    for (start, end), name in sorted(names.items()):
        pieces += [text[position:start], name]
        position = end
    return "".join((*pieces, text[position:]))

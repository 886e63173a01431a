"""What an importer is: a name, and a folder of another tool's files as records of ours."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from incidentrepo.documents.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """
    One incident as another tool told it.

    `name` is what its id is made of; `fields` are those of `incident.yaml` but for the id; `page` is
    what the world read of it, as the front matter and the body of `public.md`. The `source` among
    the fields says by `organisation` and `id` which incident it is, so that none comes twice.
    """

    name: str
    fields: Mapping[str, object]
    page: Mapping[str, object] = field(default_factory=dict)
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A file that holds no incident we could read, and what is wrong with it."""

    path: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Importer:
    """A format that incidents can be brought in from; `read` yields in the order of file names."""

    name: str
    summary: str
    read: Callable[[Path], Iterable[Imported | Unreadable]]

"""Planned work, which is no fire before it begins, nor because it is open."""

from typing import Protocol

from incidentrepo.model.status import Kind, Status
from incidentrepo.model.time import Time


class _Times(Protocol):
    @property
    def started_at(self) -> Time | None: ...


class _Work(Protocol):
    @property
    def kind(self) -> Kind: ...

    @property
    def status(self) -> Status | None: ...

    @property
    def times(self) -> _Times: ...


def is_announced(one: _Work) -> bool:
    """Whether it is work that has yet to begin: nobody has said that it did."""
    return is_to_begin(one.kind, one.status, one.times.started_at)


def is_to_begin(kind: Kind | None, status: Status | None, started_at: Time | None) -> bool:
    """Whether what is of this kind, stands so and began then is work that has yet to begin."""
    is_open = status is not None and status.is_on_fire
    return kind is Kind.MAINTENANCE and is_open and started_at is None


def name_status(one: _Work) -> str:
    """Return how it stands, as a terminal says it: `planned` before it begins; empty where nobody knows."""
    if is_announced(one):
        return "planned"
    return one.status.value if one.status else ""

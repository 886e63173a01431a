"""What can be changed in a file, as values: a command says these, and never touches text."""

from dataclasses import dataclass

from incidentrepo.model.place import Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class SetValue:
    """Put `value` at `pointer`, and the mappings on the way that are missing.

    A new key stands behind the key `after` where that is there, else at the end of its mapping.
    """

    pointer: Pointer
    value: object
    after: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AppendItem:
    """Put `value` at the end of the list at `pointer`, which is made where it is missing."""

    pointer: Pointer
    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertItem:
    """Put `value` before item `index` of the list at `pointer`; at its end where there is no such item."""

    pointer: Pointer
    index: int
    value: object


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteValue:
    """Take out the key or the item at `pointer`; nothing happens where it is not there."""

    pointer: Pointer


Edit = SetValue | AppendItem | InsertItem | DeleteValue

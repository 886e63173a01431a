"""Bytes read one after the other, never past their end."""

from incidentrepo.pictures.kept import UnclearPictureError

# A film of 20 MB has a hundred thousand; what has more was made to keep us busy.
_MOST_PIECES = 400_000


class Reader:
    """A place in `data`; to read past its end, or in tiny pieces without end, is an UnclearPictureError."""

    __slots__ = ("_pieces", "data", "position")

    def __init__(self, data: bytes, position: int = 0) -> None:
        self.data = data
        self.position = position
        self._pieces = 0

    @property
    def has_more(self) -> bool:
        """Whether anything is left."""
        return self.position < len(self.data)

    def take(self, count: int) -> bytes:
        """Return the next `count` bytes."""
        end = self.position + count
        self._pieces += 1
        if self._pieces > _MOST_PIECES:
            raise UnclearPictureError("it has more parts than a picture needs")
        if end > len(self.data):
            raise UnclearPictureError("it ends in the middle")
        taken = self.data[self.position : end]
        self.position = end
        return taken

    def byte(self) -> int:
        """Return the next byte as a number."""
        return self.take(1)[0]

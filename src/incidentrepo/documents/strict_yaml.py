"""The one loader for every YAML file of ours: what it takes means the same to every reader.

YAML 1.2 core scalars (`no`, `on`, `12:30` and dates are text), UTF-8, LF or CRLF, at most 1 MB and 64
levels, one document; no anchors, aliases, merge keys, tags or directives, no key twice, nothing hidden.

It parses with libyaml alone: PyYAML's own parser in Python differs from it in small things, and the
same file must get the same verdict on every machine.
"""

from dataclasses import dataclass
from functools import cached_property

from incidentrepo.documents.file_text import locate, read_file_text
from incidentrepo.documents.nodes import Node, find_key, find_nearest, read_nodes
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.yaml_values import ValueReader
from incidentrepo.model.place import Place, Pointer


# No slots: `cached_property` keeps what it computed in the instance's dictionary.
@dataclass(frozen=True, kw_only=True)
class Document:
    """A YAML file: its plain value, what is wrong with it, and where each value stands.

    The value is None where the file cannot be read to its end. With problems, it is what could be
    read: of two equal keys the first, and U+FFFD for each character that is not allowed.
    """

    value: object
    problems: tuple[Problem, ...] = ()
    text: str = ""
    first_line: int = 1

    def place(self, pointer: Pointer) -> Place:
        """Return where a value begins; the nearest value around it where there is none."""
        if self._root is None:
            return Place(line=self.first_line)
        return self._locate(find_nearest(self._root, pointer))

    def key_place(self, pointer: Pointer) -> Place:
        """Return where a value's key begins; where the value itself does when it has no key."""
        key = find_key(self._root, pointer) if self._root else None
        return self._locate(key) if key else self.place(pointer)

    @cached_property
    def _root(self) -> Node | None:
        return None if self.value is None else read_nodes(self.text)

    def _locate(self, node: Node) -> Place:
        return locate(self.text, node.start, first_line=self.first_line)


def load_yaml(data: bytes, *, first_line: int = 1) -> Document:
    """Return what is in `data`, whose first line is number `first_line` of its file.

    Never raises: whatever the bytes, what is wrong with them is in `problems`, in the file's order.
    """
    file = read_file_text(data, first_line=first_line)
    if not file.is_readable:
        return Document(value=None, problems=file.problems, first_line=first_line)
    reader = ValueReader(file.text, first_line=first_line)
    value = reader.read()
    problems = sorted((*file.problems, *reader.problems), key=lambda problem: problem.place)
    return Document(value=value, problems=tuple(problems), text=file.text, first_line=first_line)

"""What the tests of the source itself share: each module of the package, parsed."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

TOP = Path(__file__).parents[1]
PACKAGE = TOP / "src" / "incidentrepo"


@dataclass(frozen=True, kw_only=True, slots=True)
class Module:
    """One file of the package; `part` is what stands first under `incidentrepo`, as `rules` or `duties`."""

    path: Path
    part: str
    tree: ast.Module

    @property
    def name(self) -> str:
        return self.path.relative_to(PACKAGE).as_posix()

    def imports(self) -> Iterator[str]:
        """Yields the dotted name of each module that is imported, also inside functions."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module == "incidentrepo":
                yield from (f"incidentrepo.{alias.name}" for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield "." * node.level + (node.module or "")


@cache
def load_modules() -> tuple[Module, ...]:
    """Return every module of the package, sorted by path."""
    return tuple(
        Module(
            path=path,
            part=path.relative_to(PACKAGE).with_suffix("").parts[0],
            tree=ast.parse(path.read_text(encoding="utf-8")),
        )
        for path in sorted(PACKAGE.rglob("*.py"))
    )

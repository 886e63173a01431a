"""
Writes what commands print now into the documentation, where it shows something else.

For those who changed a message: `.venv/bin/python -m tests.docs.refresh`, then read the difference. Names of
pages after it (`docs/policy.md`) leave the others alone.
"""

import sys
import tempfile
from pathlib import Path

from tests.docs.walkthrough import PAGES, Command, WrittenFile, is_as_shown, read_steps, reader_at_home
from tests.guards import clean_environment


def refresh(page: Path) -> None:
    """Rewrite the output that one page shows, up to the first command that ends otherwise than it says."""
    text, cursor = page.read_text(encoding="utf-8"), 0
    with tempfile.TemporaryDirectory() as folder, reader_at_home(Path(folder).resolve()) as reader:
        reader.prepare(page)
        for step in read_steps(page):
            if isinstance(step, WrittenFile):
                reader.write(step)
                continue
            code, printed = reader.type(step.line)
            if code != step.code:
                sys.exit(f"{page.name}: `{step.line}` ends with {code}:\n{printed}")
            if is_as_shown(step.printed, printed):
                # The same command may stand further down, and is that one's to replace.
                cursor = max(cursor, text.find(f"$ {step.line}\n{step.printed}", cursor) + 1)
            else:
                text, cursor = _replace(text, cursor, step, printed)
                page.write_text(text, encoding="utf-8")


def _replace(text: str, cursor: int, step: Command, printed: str) -> tuple[str, int]:
    """Return the page with what was printed below that command, and where that ends."""
    head = f"$ {step.line}\n"
    start = text.index(f"{head}{step.printed}", cursor) + len(head)
    shown = "".join(f"{line.rstrip()}\n" for line in printed.splitlines())
    return f"{text[:start]}{shown}{text[start + len(step.printed) :]}", start + len(shown)


if __name__ == "__main__":
    with clean_environment():
        for page in [Path(name).resolve() for name in sys.argv[1:]] or PAGES:
            refresh(page)

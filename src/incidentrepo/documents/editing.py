"""Edits that leave every byte outside the changed values as it was, and prove what they did.

Each step of an edit is read back and compared with what was meant, so a layout that defeats us is an
error that names the line, never a file that says something else.
"""

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from dataclasses import replace

from incidentrepo.documents.edit_steps import AddEntry, Step, describe_pointer, is_same, plan_steps, take_step
from incidentrepo.documents.edits import AppendItem, DeleteValue, Edit, InsertItem, SetValue
from incidentrepo.documents.nodes import read_nodes
from incidentrepo.documents.splicing import splice_step
from incidentrepo.documents.strict_yaml import Document, load_yaml
from incidentrepo.documents.text_layout import read_layout
from incidentrepo.errors import EditError

__all__ = ["AppendItem", "DeleteValue", "Edit", "InsertItem", "SetValue", "apply_edits"]


def apply_edits(data: bytes, edits: Iterable[Edit], *, first_line: int = 1) -> bytes:
    """Return a file's bytes after `edits`, each of which sees what the one before left.

    `first_line` is the number of the first line of `data` in its file, for messages.
    Raises `EditError` where the file cannot be read without problems or its layout allows no such edit,
    and `UsageError` for a value that no file can hold.
    """
    document = _load(data, first_line)
    for edit in edits:
        for step in _plan(document, edit):
            document = _take(document, step)
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    return mark + document.text.encode()


def _load(data: bytes, first_line: int) -> Document:
    document = load_yaml(data, first_line=first_line)
    for problem in document.problems:
        hint = f"mend it first: {problem.hint}" if problem.hint else "mend it first"
        raise EditError(f"line {problem.place.line}: {problem.message}", hint=hint)
    return document


def _plan(document: Document, edit: Edit) -> tuple[Step, ...]:
    try:
        return plan_steps(document.value, edit)
    except EditError as error:
        raise EditError(f"line {document.place(edit.pointer).line}: {error}") from error


def _take(document: Document, step: Step) -> Document:
    meant = take_step(document.value, step)
    try:
        for text in _propose_texts(document, step):
            changed = load_yaml(text.encode(), first_line=document.first_line)
            if not changed.problems and is_same(changed.value, meant):
                return changed
    except EditError as error:
        raise _refusal(document, step, str(error)) from error
    raise _refusal(document, step, "this layout allows no edit that leaves the other lines alone")


def _propose_texts(document: Document, step: Step) -> Iterator[str]:
    """Yield texts that may say what was meant, the best to read first."""
    layout = read_layout(document.text, read_nodes(document.text))
    text = splice_step(layout, step)
    yield text
    if not text.endswith("\n"):
        # A literal text that ends with a line end needs one, even where the file went without.
        yield text + layout.line_end
    # A literal text takes an indented comment behind it for its own.
    yield splice_step(replace(layout, style=replace(layout.style, has_literals=False)), step)


def _refusal(document: Document, step: Step, why: str) -> EditError:
    line = document.place(step.pointer).line
    hint = "edit it by hand"
    if not document.text.endswith("\n"):
        # Then the text in the last line is what cannot be added to without changing it.
        line = document.first_line + document.text.count("\n")
        hint = "add a line end at the end of the file"
    pointer = (*step.pointer, step.key) if isinstance(step, AddEntry) else step.pointer
    return EditError(f"line {line}: cannot change {describe_pointer(pointer)}: {why}", hint=hint)

"""Postmortem templates that ship with us."""

from incidentrepo.changes.starting import STARTER_FOLDER


def shipped_template(name: str) -> str | None:
    """Return the template of that name, or None where we ship none such."""
    shipped = {path.stem: path for path in (STARTER_FOLDER / "templates").glob("*.md")}
    path = shipped.get(name)
    return path.read_text(encoding="utf-8") if path else None

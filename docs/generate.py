"""Writes what is made of the source: rule pages, schema tables, the command line, and what CI includes."""

from pathlib import Path

from incidentrepo.changes.ci_templates import write_action, write_component
from incidentrepo.cli.reference import write_reference
from incidentrepo.documents.schema_tables import write_schema_tables
from incidentrepo.rules import RULES
from incidentrepo.rules.pages import write_rule_pages

DOCS = Path(__file__).parent
TOP = DOCS.parent


def write_rules(folder: Path) -> None:
    """Write a page for each rule and their index; the page of a rule that went, goes."""
    folder.mkdir(exist_ok=True)
    pages = write_rule_pages(RULES)
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")


def main() -> None:
    """Write all of them."""
    write_rules(DOCS / "rules")
    write_schema_tables(DOCS / "reference")
    (DOCS / "reference" / "commands.md").write_text(write_reference(), encoding="utf-8")
    (TOP / "action.yml").write_text(write_action(), encoding="utf-8")
    (TOP / "templates").mkdir(exist_ok=True)
    (TOP / "templates" / "incidentrepo.yml").write_text(write_component(), encoding="utf-8")


if __name__ == "__main__":
    main()

"""The reference pages say what the schemas say."""

from pathlib import Path

import pytest

from incidentrepo.documents.schema_tables import format_schema_tables, write_schema_tables
from incidentrepo.documents.schemas import PRINTED_NAMES, SCHEMA_NAMES, SchemaName, load_schema


def test_page() -> None:
    """
    A page tells every field, what it holds and who may read it, and that it is generated.
    """
    assert format_schema_tables("public") == (
        "<!-- Generated from schema/public.schema.json by `make generate`; change that file instead. -->\n"
        "\n"
        "# public.md\n"
        "\n"
        "The front matter of what the world reads of an incident.\n"
        "\n"
        "| field | what it is | it holds | the world may read it |\n"
        "| --- | --- | --- | --- |\n"
        "| `title` | The title that the world reads. **Required.** | text | yes |\n"
        "| `slug` | The last part of the page's address. **Required.** | text | yes |\n"
        "| `published_at` | When its text was published first. | a time | yes |\n"
        "| `updated_at` | When the text was last changed. | a time | yes |\n"
        "| `former_slugs` | Addresses that it had before, which lead to the present one. "
        "| a list, each text | yes |\n"
    )


def test_longest_list() -> None:
    """
    A list that can be too long says how long it may be.
    """
    page = format_schema_tables("incident")

    assert "| `tags` |" in page
    assert page.count("| a list of at most 50, each a name |  |") == 2


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_every_field_is_there(name: SchemaName) -> None:
    """
    No field that a schema has at the top or in a part of its own is left out.
    """
    schema = load_schema(name)
    page = format_schema_tables(name)
    parts = [schema, *(part for part in schema["$defs"].values() if "allOf" not in part)]

    assert [key for part in parts for key in part.get("properties", {}) if f"| `{key}` |" not in page] == []


def test_files(tmp_path: Path) -> None:
    """
    Each schema gets a file, the same each time.
    """
    write_schema_tables(tmp_path / "reference")
    first = {path.name: path.read_bytes() for path in (tmp_path / "reference").iterdir()}
    write_schema_tables(tmp_path / "reference")

    assert first == {path.name: path.read_bytes() for path in (tmp_path / "reference").iterdir()}
    assert sorted(first) == sorted(f"{name}.md" for name in (*SCHEMA_NAMES, *PRINTED_NAMES))

"""The reference pages for people: each schema as tables of its fields."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from incidentrepo.documents.phrases import join_words
from incidentrepo.documents.schemas import PRINTED_NAMES, SCHEMA_NAMES, PrintedName, SchemaName, load_schema

_Schema = Mapping[str, Any]

_SORTS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "`true` or `false`",
    "object": "a mapping",
    "array": "a list",
    "null": "`null`",
}
_FORMATS = {"time-text": "a time", "date-time": "a time", "day": "a day", "timezone": "a time zone"}
# Definitions whose name says more than what they are made of.
_DEFINITIONS = {
    "handle": "a handle",
    "name": "a name",
    "role": "a role",
    "incident_id": "an incident's id",
    "path": "a path",
    "url": "an address",
    "web_address": "an address",
    "email": "an e-mail address",
    "clock": "a time of day",
    "duration": "a duration",
}


def write_schema_tables(folder: Path) -> None:
    """Write `<name>.md` into `folder` for each schema."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*SCHEMA_NAMES, *PRINTED_NAMES):
        page = format_schema_tables(name)
        (folder / f"{name}.md").write_text(page, encoding="utf-8", newline="\n")


def format_schema_tables(name: SchemaName | PrintedName) -> str:
    """Return the page of one schema, as Markdown."""
    schema = load_schema(name)
    lines = [
        f"<!-- Generated from schema/{name}.schema.json by `make generate`; change that file instead. -->",
        "",
        f"# {schema['title']}",
        "",
        schema["description"],
        "",
    ]
    if "properties" in schema:
        lines += [*_format_table(schema, schema), ""]
    else:
        lines += [f"It is {_describe(schema, schema)}.", ""]
    for key, part in schema.get("$defs", {}).items():
        if "properties" in part and "allOf" not in part:
            lines += [f"## {_name_part(key)}", ""]
            lines += [part["description"], ""] if "description" in part else []
            lines += [*_format_table(part, schema), ""]
    return "\n".join(lines)


def _format_table(part: _Schema, schema: _Schema) -> Iterator[str]:
    # What is printed for tools quotes records: who may read it is who may run the command.
    has_audience = any("x-audience" in field for field in part["properties"].values())
    columns = ("field", "what it is", "it holds", *(["the world may read it"] if has_audience else []))
    yield f"| {' | '.join(columns)} |"
    yield f"|{' --- |' * len(columns)}"
    required = part.get("required", ())
    for name, field in part["properties"].items():
        must = " **Required.**" if name in required else ""
        public = f" {'yes' if field['x-audience'] == 'public' else ''} |" if has_audience else ""
        yield f"| `{name}` | {field['description']}{must} | {_describe(field, schema)} |{public}"
    yield from _format_inner(part, schema)


def _format_inner(part: _Schema, schema: _Schema) -> Iterator[str]:
    """Yield the tables of the mappings that are written out where they are used."""
    for name, field in part["properties"].items():
        inner = field.get("items", field)
        if "properties" in inner:
            yield from ("", f"### {name}", "", *_format_table(inner, schema))


def _describe(part: _Schema, schema: _Schema) -> str:
    """Return what a value may be, in words; a mapping with a table of its own is a link to it."""
    if "$ref" in part:
        key = part["$ref"].removeprefix("#/$defs/")
        target = schema["$defs"][key]
        if key in _DEFINITIONS:
            return _DEFINITIONS[key]
        if "properties" in target:
            return f"[{_name_part(key)}](#{_name_part(key).replace(' ', '-')})"
        return _describe(target, schema)
    if "anyOf" in part:
        return str(part["x-must"]).removeprefix("be ")
    if "enum" in part or "const" in part:
        choices = part.get("enum", [part.get("const")])
        return join_words([f"`{_spell(choice)}`" for choice in choices], last="or")
    return _describe_sort(part, schema)


def _describe_sort(part: _Schema, schema: _Schema) -> str:
    if "format" in part:
        return _FORMATS[part["format"]]
    sort = part["type"]
    if sort == "array" and "items" in part:
        most = f" of at most {part['maxItems']}" if "maxItems" in part else ""
        return f"a list{most}, each {_describe(part['items'], schema)}"
    if sort == "object" and isinstance(part.get("additionalProperties"), dict):
        return f"a mapping from names to {_describe(part['additionalProperties'], schema)}"
    return join_words([_SORTS[name] for name in ([sort] if isinstance(sort, str) else sort)], last="or")


def _spell(choice: object) -> str:
    return json.dumps(choice) if choice is None or isinstance(choice, bool) else str(choice)


def _name_part(key: str) -> str:
    return key.replace("_", " ")

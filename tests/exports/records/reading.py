"""Records as a program takes them in: only if their schema has nothing against them."""

import json
from typing import Any

import jsonschema

from incidentrepo.exports.records.files import write_year
from incidentrepo.resources import resource_folder


def validate(schema: str, record: dict[str, Any]) -> dict[str, Any]:
    """Return the record after a year's file with it was written, read again and judged."""
    return validate_file(schema, write_year("2026", [record]))["incidents"][0]  # type: ignore[no-any-return]


def validate_file(schema: str, data: bytes) -> dict[str, Any]:
    """Return what a year's file holds."""
    text = (resource_folder("schema") / f"{schema}.schema.json").read_text(encoding="utf-8")
    content: dict[str, Any] = json.loads(data)
    # Closed here alone: programs have to live with new fields, and we have to describe them.
    described = json.loads(
        text.replace('"type": "object",', '"type": "object", "additionalProperties": false,')
    )
    jsonschema.Draft202012Validator(described).validate(content)
    return content

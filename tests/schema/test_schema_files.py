"""The schemas themselves: each is sound, says what every field is, and who may see it."""

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from incidentrepo.documents.schemas import (
    PRINTED_NAMES,
    SCHEMA_NAMES,
    PrintedName,
    SchemaName,
    load_schema,
    validate,
)
from incidentrepo.documents.strict_yaml import load_yaml
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import (
    FollowUpStatus,
    Kind,
    PostmortemStatus,
    Purpose,
    Status,
    UpdateState,
    Visibility,
)
from incidentrepo.model.timeline import EntryKind


@pytest.mark.parametrize("name", (*SCHEMA_NAMES, *PRINTED_NAMES))
def test_schema_is_a_schema(name: SchemaName | PrintedName) -> None:
    """
    Each schema is JSON Schema 2020-12.
    """
    schema = load_schema(name)

    jsonschema.Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_examples_are_fine(name: SchemaName) -> None:
    """
    Each schema's own examples satisfy it.
    """
    document = load_yaml(b"")

    assert [validate(name, example, document) for example in load_schema(name)["examples"]] == [
        () for _ in load_schema(name)["examples"]
    ]


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_properties_are_labelled(name: SchemaName) -> None:
    """
    Every property says in one sentence what it is, and who may see it.
    """
    unlabelled = [
        path
        for path, part in find_properties(load_schema(name), name)
        if part.get("x-audience") not in {"public", "internal"}
        or not part.get("description", "").endswith(".")
    ]

    assert unlabelled == []


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_mappings_are_closed(name: SchemaName) -> None:
    """
    Nothing but `custom` and the owner's `custom_fields` may hold what no schema names.
    """
    open_ones = [
        path
        for path, part in find_properties(load_schema(name), name)
        if part.get("type") == "object" and "additionalProperties" not in part
    ]

    assert open_ones == {"incident": ["incident.custom"], "policy": ["policy.custom_fields"]}.get(name, [])


@pytest.mark.parametrize("name", PRINTED_NAMES)
def test_printed_is_described(name: PrintedName) -> None:
    """
    What is printed for tools has a version, says what each field is, and has examples that are right.
    """
    schema = load_schema(name)
    properties = list(find_properties(schema, name))

    for example in schema.get("examples", ()):
        jsonschema.Draft202012Validator(schema).validate(example)
    assert "const" in schema["properties"]["version"]
    assert [path for path, part in properties if not part.get("description", "").endswith(".")] == []


def test_public_fields() -> None:
    """
    Of an incident the world may see these fields and no other.
    """
    incident = load_schema("incident")
    top = {name for name, part in incident["properties"].items() if part["x-audience"] == "public"}
    inside = {path for path, part in find_properties(incident["$defs"], "") if part["x-audience"] == "public"}

    assert top == {
        "kind",
        "severity",
        "status",
        "planned_from",
        "planned_until",
        "started_at",
        "mitigated_at",
        "resolved_at",
        "timeline",
    }
    assert inside == {".entry.entry"} | {
        f".update_entry.{name}" for name in ("at", "entry", "audience", "state", "text")
    }


def test_words_are_the_models() -> None:
    """
    The schema's closed sets are the model's, word for word.
    """
    incident = load_schema("incident")
    definitions = incident["$defs"]

    assert definitions["severity"]["enum"] == list(Severity)
    assert definitions["status"]["enum"] == list(Status)
    assert incident["properties"]["kind"]["enum"] == list(Kind)
    assert incident["properties"]["visibility"]["enum"] == list(Visibility)
    assert definitions["entry"]["properties"]["entry"]["enum"] == list(EntryKind)
    assert definitions["update_entry"]["properties"]["state"]["enum"] == list(UpdateState)
    assert definitions["follow_up"]["properties"]["status"]["enum"] == list(FollowUpStatus)
    assert definitions["follow_up"]["properties"]["purpose"]["enum"] == list(Purpose)
    assert load_schema("postmortem")["properties"]["status"]["enum"] == list(PostmortemStatus)


def test_shared_definitions_agree() -> None:
    """
    A definition that several schemas hold is the same in each, so that a word means one thing.
    """
    seen: dict[str, Any] = {}
    differing = [
        f"{name}: {key}"
        for name in SCHEMA_NAMES
        for key, part in load_schema(name)["$defs"].items()
        if seen.setdefault(key, part) != part
    ]

    assert differing == []


def find_properties(part: Any, path: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every property at every depth; what an `if` compares with is no property of its own."""
    if isinstance(part, list):
        for item in part:
            yield from find_properties(item, path)
    if not isinstance(part, dict):
        return
    for name, inner in part.get("properties", {}).items() if isinstance(part.get("properties"), dict) else ():
        yield f"{path}.{name}", inner
        yield from find_properties(inner, f"{path}.{name}")
    for keyword, inner in part.items():
        if keyword not in {"if", "properties", "examples", "$defs", "enum", "const"}:
            yield from find_properties(inner, f"{path}.{keyword}" if path == "" else path)
    yield from find_properties(list(part.get("$defs", {}).values()), path)

"""Documents made of our schemas, every field filled in: a new field is tested before anybody thinks of it."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from incidentrepo.documents.text_formats import FORMATS
from tests.redaction.tokens import Tokens
from tests.source_tree import TOP

Pointer = tuple[str | int, ...]
ReadBy = Callable[[Pointer, str], str]
"""Who may read a value: by its place, and by what the schema says of it."""

# What a pattern that holds no token asks for; the second one is what it may be changed to.
_FIXED = (
    ("2026-11-02T10:{:02}:07Z", "2025-05-06T11:12:13Z"),
    ("2026-12-02", "2027-01-03"),
    ("Europe/Lisbon", "Asia/Tokyo"),
    ("3 days", "5 weeks"),
    ("09:30", "10:45"),
    ("3 MB", "4 MB"),
    ("#2e7d32", "#3e7d32"),
    ("0" * 64, "1" * 64),
)
_SHAPES = ("{}", "t{}", "f{}", "https://{}.example/{}", "{}@{}.example", "evidence/{}.txt")
_NESTING = frozenset({"all", "any", "not"})
"""What holds conditions within a condition: one level says as much as all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One value of a document: who may read it, the token in it, and what else it might be."""

    pointer: Pointer
    audience: str
    token: str
    other: object

    @property
    def place(self) -> str:
        """Its names, without positions."""
        return ".".join(step for step in self.pointer if isinstance(step, str))


@dataclass(slots=True)
class Filler:
    """Fills one schema; `leaves` are all values that it wrote. A schema's own word may be overruled."""

    definitions: Mapping[str, Any]
    tokens: Tokens
    read_by: ReadBy
    leaves: list[Leaf] = field(default_factory=list)
    count: int = 0

    def fill(self, schema: Mapping[str, Any], pointer: Pointer, audience: str) -> Any:
        """Return a value that `schema` allows, with all that may be in it."""
        schema = self._resolve(schema)
        audience = schema.get("x-audience", audience)
        if "const" in schema or "enum" in schema:
            return self._pick(schema, pointer, audience)
        if "anyOf" in schema and "properties" not in schema:
            return self.fill(schema["anyOf"][0], pointer, audience)
        if "oneOf" in schema and "properties" not in schema:
            return self.fill(schema["oneOf"][0], pointer, audience)
        makers: Mapping[str, Callable[..., Any]] = {
            "object": self._object,
            "array": self._array,
            "string": self._string,
            "integer": self._integer,
            "boolean": self._boolean,
        }
        sort = schema.get("type", "object")
        return makers[sort if isinstance(sort, str) else sort[0]](schema, pointer, audience)

    def _resolve(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        while "$ref" in schema:
            named = self.definitions[schema["$ref"].removeprefix("#/$defs/")]
            schema = {**named, **{key: value for key, value in schema.items() if key != "$ref"}}
        return schema

    def _pick(self, schema: Mapping[str, Any], pointer: Pointer, audience: str) -> Any:
        values = [schema["const"]] if "const" in schema else schema["enum"]
        return self._leaf(pointer, audience, values[0], "", values[-1])

    def _object(self, schema: Mapping[str, Any], pointer: Pointer, audience: str) -> dict[str, Any]:
        is_nested = not _NESTING.isdisjoint(pointer)
        filled = {
            name: self.fill(inner, (*pointer, name), audience)
            for name, inner in _chosen(schema).items()
            if not (is_nested and name in _NESTING)
        }
        if isinstance(schema.get("additionalProperties"), dict):
            inside = (*pointer, "NAME")
            name = self._string({**schema.get("propertyNames", {})}, inside, audience)
            self.leaves.pop()
            filled[name] = self.fill(schema["additionalProperties"], inside, audience)
        if not schema.keys() & {"properties", "additionalProperties"}:
            filled["free"] = self._string({}, (*pointer, "free"), audience)
        return filled

    def _array(self, schema: Mapping[str, Any], pointer: Pointer, audience: str) -> list[Any]:
        items = self._resolve(schema["items"])
        return [
            self.fill(one, (*pointer, number), items.get("x-audience", audience))
            for number, one in enumerate(self._alternatives(items))
        ]

    def _alternatives(self, items: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
        """Yield one schema for each way in which an item may look."""
        if "allOf" in items:
            yield from (self._resolve(one["then"]) for one in items["allOf"])
        elif "oneOf" in items and "properties" in items:
            alternatives = [set(one["required"]) for one in items["oneOf"]]
            for own in alternatives:
                others = set().union(*alternatives) - own
                kept = {name: one for name, one in items["properties"].items() if name not in others}
                yield {**items, "properties": kept, "oneOf": ()}
        else:
            yield items

    def _string(self, schema: Mapping[str, Any], pointer: Pointer, audience: str) -> str:
        schema, audience = self._resolve(schema), self.read_by(pointer, audience)
        token = self.tokens.new(audience, ".".join(map(str, pointer)))
        texts = [shape.replace("{}", token) for shape in _SHAPES]
        for text in (*texts, token.upper()):
            if _fits(schema, text):
                other = text[:-1] + ("r" if text.endswith("q") else "q")
                return str(self._leaf(pointer, audience, text, token, other))
        self.tokens.give_back(token)
        self.count += 1
        for shape, other in _FIXED:
            if _fits(schema, text := shape.format(self.count % 60)):
                return str(self._leaf(pointer, audience, text, "", other))
        raise AssertionError(f"nobody knows what to write at {pointer}: {schema}")

    def _integer(self, schema: Mapping[str, Any], pointer: Pointer, audience: str) -> int:
        low: int = schema.get("minimum", 0)
        return int(self._leaf(pointer, audience, low + 7, "", low + 8))

    def _boolean(self, _schema: Mapping[str, Any], pointer: Pointer, audience: str) -> bool:
        return bool(self._leaf(pointer, audience, True, "", False))

    def _leaf(self, pointer: Pointer, audience: str, value: Any, token: str, other: object) -> Any:
        audience = self.read_by(pointer, audience)
        self.leaves.append(Leaf(pointer=pointer, audience=audience, token=token, other=other))
        return value


def _chosen(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the properties, of which some schemas allow one alone."""
    properties: Mapping[str, Any] = schema.get("properties", {})
    if schema.get("maxProperties") == 1:
        return dict(list(properties.items())[:1])
    left_out = {name for one in schema.get("oneOf", ())[1:] for name in one.get("required", ())}
    return {name: inner for name, inner in properties.items() if name not in left_out}


def _fits(schema: Mapping[str, Any], text: str) -> bool:
    if re.search(schema.get("pattern", ""), text) is None or len(text) > schema.get("maxLength", len(text)):
        return False
    try:
        FORMATS.get(schema.get("format", ""), len)(text)
    except ValueError:
        return False
    return True


def as_labelled(_pointer: Pointer, audience: str) -> str:
    """Return what the schema says."""
    return audience


def all_internal(_pointer: Pointer, _audience: str) -> str:
    """Return that nobody outside may read it."""
    return "internal"


def fill_document(
    name: str, tokens: Tokens, read_by: ReadBy = as_labelled
) -> tuple[dict[str, Any], list[Leaf]]:
    """Return a document for `schema/NAME.schema.json` with every field filled, and its values."""
    schema = json.loads((TOP / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    filler = Filler(schema.get("$defs", {}), tokens, read_by)
    return filler.fill(schema, (), "internal"), filler.leaves

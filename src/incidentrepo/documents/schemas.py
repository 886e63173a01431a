"""What each file may hold, and what is wrong with one that holds something else."""

import json
from collections.abc import Mapping
from functools import cache
from itertools import islice
from typing import Any, Literal, get_args

from incidentrepo.documents.accepting import Accept, compile_accept
from incidentrepo.documents.judging import find_refusals
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.strict_yaml import Document
from incidentrepo.documents.wording import Fault, word_refusal
from incidentrepo.model.place import Pointer
from incidentrepo.resources import resource_folder

SchemaName = Literal[
    "incident",
    "postmortem",
    "public",
    "policy",
    "people",
    "tags",
    "rotations",
    "automations",
    "subscriptions",
]
SCHEMA_NAMES: tuple[SchemaName, ...] = get_args(SchemaName)

PrintedName = Literal["report", "deadlines", "gate", "doctor", "policy-preview", "records", "public-records"]
"""What is printed or published for other tools, which has a schema too."""
PRINTED_NAMES: tuple[PrintedName, ...] = get_args(PrintedName)

# Nobody mends more at once, and a file of a million wrong items would take minutes to explain.
_MOST_FAULTS = 100


@cache
def load_schema(name: SchemaName | PrintedName) -> Mapping[str, Any]:
    """Return the JSON Schema of one kind of file or print, as it ships with this version."""
    path = resource_folder("schema") / f"{name}.schema.json"
    schema: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


@cache
def load_accept(name: SchemaName) -> Accept:
    """Return the quick test of whether a value satisfies that schema."""
    return compile_accept(load_schema(name))


def validate(name: SchemaName, value: object, document: Document) -> tuple[Problem, ...]:
    """Return what is wrong with `value`, read from `document`, in the order of its lines."""
    if load_accept(name)(value):
        return ()
    return explain(load_schema(name), value, document)


def explain(
    schema: Mapping[str, Any], value: object, document: Document, *, at: Pointer = ()
) -> tuple[Problem, ...]:
    """
    Return what `schema` finds wrong with `value`, one problem a place, in the order of its lines.

    `at` is where in the document the value stands.
    """
    faults: dict[Pointer, Fault] = {}
    for refusal in find_refusals(schema, value, at=at):
        for fault in islice(word_refusal(refusal), _MOST_FAULTS):
            faults.setdefault(fault.pointer, fault)
        if len(faults) >= _MOST_FAULTS:
            break
    problems = [_locate(fault, document) for fault in faults.values()]
    return tuple(sorted(problems, key=lambda problem: problem.place)[:_MOST_FAULTS])


def _locate(fault: Fault, document: Document) -> Problem:
    find_place = document.key_place if fault.is_about_key else document.place
    return Problem(
        rule="schema-violation",
        pointer=fault.pointer,
        place=find_place(fault.pointer),
        message=fault.message,
        hint=fault.hint,
    )

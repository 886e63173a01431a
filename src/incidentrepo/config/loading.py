"""The files beside the records, found in a snapshot and read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from incidentrepo.config.decode_people import decode_people, decode_tags
from incidentrepo.config.decode_policy import decode_policy
from incidentrepo.config.decode_rotations import decode_rotations
from incidentrepo.config.duty_faults import find_duty_faults
from incidentrepo.documents.custom_fields import validate_custom_schema
from incidentrepo.documents.decode_fields import Fields
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.pruning import prune
from incidentrepo.documents.reading import NewerSchemaError, read_fields
from incidentrepo.documents.schemas import SchemaName
from incidentrepo.documents.strict_yaml import Document, load_yaml
from incidentrepo.errors import NothingToCheck
from incidentrepo.model.people import NOBODY, People
from incidentrepo.model.policy import Policy
from incidentrepo.model.rotation import Rotation
from incidentrepo.model.tags import NO_TAGS, Tags
from incidentrepo.store.source import Files

POLICY_FILE = "incidentrepo.yaml"
PEOPLE_FILE = "people.yaml"
TAGS_FILE = "tags.yaml"
ROTATIONS_FILE = "rotations.yaml"

# Read for their problems alone here; what they say is asked for by those who act on it.
_CHECKED_FILES: dict[str, SchemaName] = {
    "automations.yaml": "automations",
    "subscriptions.yaml": "subscriptions",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What the files beside the records say, and by path what is wrong with them."""

    policy: Policy
    people: People
    tags: Tags
    rotations: tuple[Rotation, ...]
    problems: Mapping[str, tuple[Problem, ...]]


def load_config(files: Files) -> Config:
    """
    Return the policy, people and tags among `files`.

    Raises `NothingToCheck` where there is no policy, none that can be read, or one whose timezone is not
    known: every day and every deadline would be another one.
    """
    problems: dict[str, tuple[Problem, ...]] = {}

    def read(path: str, schema: SchemaName) -> Fields | None:
        try:
            data = files.read_file(path)
        except KeyError:
            return None
        fields, problems[path] = _read(path, data, schema)
        # What cannot be read at all still is there: nobody is known, rather than everybody.
        return {} if fields is None and path != POLICY_FILE else fields

    policy = read(POLICY_FILE, "policy")
    if policy is None:
        raise _no_policy(files.label, problems.get(POLICY_FILE, ()))
    people, tags = read(PEOPLE_FILE, "people"), read(TAGS_FILE, "tags")
    rotations = read(ROTATIONS_FILE, "rotations")
    for path, schema in _CHECKED_FILES.items():
        read(path, schema)
    decoded = decode_policy(policy)
    return Config(
        policy=decoded,
        people=NOBODY if people is None else decode_people(people),
        tags=NO_TAGS if tags is None else decode_tags(tags),
        rotations=decode_rotations(rotations or {}, decoded.calendar),
        problems={path: found for path, found in problems.items() if found},
    )


def _read(path: str, data: bytes, schema: SchemaName) -> tuple[Fields | None, tuple[Problem, ...]]:
    document = load_yaml(data)
    try:
        fields, problems = read_fields(schema, document)
    except NewerSchemaError as error:
        raise NothingToCheck(f"{path}: {error}", hint="upgrade incidentrepo") from error
    if schema == "policy":
        _refuse_unknown_zone(document, problems)
    if fields and schema == "policy":
        return _judge_policy(fields, document, problems)
    return fields, problems


def _judge_policy(
    fields: Fields, document: Document, problems: tuple[Problem, ...]
) -> tuple[Fields, tuple[Problem, ...]]:
    """Return what is left of the policy, and what is wrong with it that no schema of ours can say."""
    custom = fields.get("custom_fields")
    refused = validate_custom_schema(custom, document) if custom else ()
    left = prune(fields, (problem.pointer for problem in refused))
    return left, (*problems, *refused, *find_duty_faults(fields, document))


def _refuse_unknown_zone(document: Document, problems: Iterable[Problem]) -> None:
    """Raise `NothingToCheck` where the policy names a zone that is none; it may be silent on it."""
    is_named = isinstance(document.value, dict) and "timezone" in document.value
    for problem in problems:
        if is_named and problem.pointer == ("timezone",):
            raise _unusable(problem)


def _no_policy(label: str, problems: tuple[Problem, ...]) -> NothingToCheck:
    if not problems:
        hint = "run `incidentrepo init` to start one"
        return NothingToCheck(f"there is no {POLICY_FILE} in {label}", hint=hint)
    return _unusable(problems[0])


def _unusable(problem: Problem) -> NothingToCheck:
    place = f"{POLICY_FILE}:{problem.place.line}:{problem.place.column}"
    return NothingToCheck(f"{place}: {problem.message}", hint=problem.hint)

"""The files beside the records, found in a snapshot and read."""

from collections.abc import Mapping
from dataclasses import dataclass

from incidentrepo.config.decode_people import decode_people, decode_tags
from incidentrepo.config.decode_policy import decode_policy
from incidentrepo.documents.decode_fields import Fields
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.reading import NewerSchemaError, read_fields
from incidentrepo.documents.schemas import SchemaName
from incidentrepo.documents.strict_yaml import load_yaml
from incidentrepo.errors import NothingToCheck
from incidentrepo.model.people import NOBODY, People
from incidentrepo.model.policy import Policy
from incidentrepo.model.tags import NO_TAGS, Tags
from incidentrepo.store.snapshot import Snapshot

POLICY_FILE = "incidentrepo.yaml"
PEOPLE_FILE = "people.yaml"
TAGS_FILE = "tags.yaml"

# Read for their problems alone here; what they say is asked for by those who act on it.
_CHECKED_FILES: dict[str, SchemaName] = {
    "rotations.yaml": "rotations",
    "automations.yaml": "automations",
    "subscriptions.yaml": "subscriptions",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """What the files beside the records say, and by path what is wrong with them."""

    policy: Policy
    people: People
    tags: Tags
    problems: Mapping[str, tuple[Problem, ...]]


def load_config(snapshot: Snapshot) -> Config:
    """
    Return the policy, people and tags of `snapshot`.

    Raises `NothingToCheck` where there is no policy, or none that can be read.
    """
    present = {blob.path for blob in snapshot.list_files() if "/" not in blob.path}
    if POLICY_FILE not in present:
        raise NothingToCheck(
            f"there is no {POLICY_FILE} in {snapshot.label}",
            hint="run `incidentrepo init` to start one",
        )
    problems: dict[str, tuple[Problem, ...]] = {}

    def read(path: str, schema: SchemaName) -> Fields | None:
        if path not in present:
            return None
        fields, problems[path] = _read(snapshot, path, schema)
        return fields

    policy = read(POLICY_FILE, "policy")
    if policy is None:
        raise _unreadable(problems[POLICY_FILE][0])
    people, tags = read(PEOPLE_FILE, "people"), read(TAGS_FILE, "tags")
    for path, schema in _CHECKED_FILES.items():
        read(path, schema)
    return Config(
        policy=decode_policy(policy),
        people=NOBODY if people is None else decode_people(people),
        tags=NO_TAGS if tags is None else decode_tags(tags),
        problems={path: found for path, found in problems.items() if found},
    )


def _read(snapshot: Snapshot, path: str, schema: SchemaName) -> tuple[Fields | None, tuple[Problem, ...]]:
    try:
        return read_fields(schema, load_yaml(snapshot.read_file(path)))
    except NewerSchemaError as error:
        raise NothingToCheck(f"{path}: {error}", hint="upgrade incidentrepo") from error


def _unreadable(problem: Problem) -> NothingToCheck:
    place = f"{POLICY_FILE}:{problem.place.line}:{problem.place.column}"
    return NothingToCheck(f"{place}: {problem.message}", hint=problem.hint)

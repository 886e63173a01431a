import json
from typing import Any

import pytest

from incidentrepo.documents.decode_timeline import decode_timeline
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Audience, Status, UpdateState
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import (
    Declared,
    Entry,
    EntryKind,
    PartChange,
    SeverityChange,
    StatusChange,
    Update,
)
from incidentrepo.resources import resource_folder

SHARED: dict[str, Any] = {"id": "t22222222", "at": "2026-11-02", "by": "ada"}
KNOWN: dict[str, Any] = {"index": 0, "id": "t22222222", "at": parse_time("2026-11-02"), "by": "ada"}


@pytest.mark.parametrize(
    ("fields", "entry"),
    (
        (
            {"entry": "declared", "severity": "SEV2", "answers": {"hurt": "money"}},
            Declared(**KNOWN, kind=EntryKind.DECLARED, severity=Severity.SEV2, answers={"hurt": "money"}),
        ),
        (
            {"entry": "note", "text": "Seen.", "starred": True, "reason": "r"},
            Entry(**KNOWN, kind=EntryKind.NOTE, text="Seen.", starred=True, reason="r"),
        ),
        (
            {"entry": "update", "audience": "public", "state": "identified", "text": "Found."},
            Update(
                **KNOWN,
                kind=EntryKind.UPDATE,
                audience=Audience.PUBLIC,
                state=UpdateState.IDENTIFIED,
                text="Found.",
            ),
        ),
        (
            {"entry": "status", "from": "open", "to": "invalid", "confirmed_by": "grace"},
            StatusChange(
                **KNOWN,
                kind=EntryKind.STATUS,
                before=Status.OPEN,
                after=Status.INVALID,
                confirmed_by="grace",
            ),
        ),
        (
            {"entry": "severity", "from": "SEV1", "to": "SEV3", "correction": True, "confirmed_by": "grace"},
            SeverityChange(
                **KNOWN,
                kind=EntryKind.SEVERITY,
                before=Severity.SEV1,
                after=Severity.SEV3,
                correction=True,
                confirmed_by="grace",
            ),
        ),
        (
            {"entry": "role", "role": "commander", "from": "ada", "to": "grace"},
            PartChange(**KNOWN, kind=EntryKind.ROLE, subject="commander", before="ada", after="grace"),
        ),
        (
            {"entry": "responder", "person": "linus", "action": "joined"},
            PartChange(**KNOWN, kind=EntryKind.RESPONDER, subject="linus", action="joined"),
        ),
        (
            {"entry": "owner", "from": "ada", "to": "grace"},
            PartChange(**KNOWN, kind=EntryKind.OWNER, before="ada", after="grace"),
        ),
        (
            {"entry": "follow_up", "follow_up": "f22222222", "action": "moved"},
            PartChange(**KNOWN, kind=EntryKind.FOLLOW_UP, subject="f22222222", action="moved"),
        ),
        (
            {"entry": "evidence", "path": "evidence/a.png"},
            PartChange(**KNOWN, kind=EntryKind.EVIDENCE, subject="evidence/a.png"),
        ),
        (
            {"entry": "evidence", "url": "https://a.example/b"},
            PartChange(**KNOWN, kind=EntryKind.EVIDENCE, subject="https://a.example/b"),
        ),
        (
            {"entry": "field", "field": "tags", "from": ["a"], "to": ["a", "b"], "confirmed_by": "grace"},
            PartChange(
                **KNOWN,
                kind=EntryKind.FIELD,
                subject="tags",
                before="a",
                after="a, b",
                confirmed_by="grace",
            ),
        ),
        (
            {"entry": "field", "field": "impact.customers", "from": 0, "to": 3},
            PartChange(**KNOWN, kind=EntryKind.FIELD, subject="impact.customers", before="0", after="3"),
        ),
    ),
)
def test_each_kind(fields: dict[str, object], entry: Entry) -> None:
    """
    Every kind of entry is a value with the fields that are its own.
    """
    assert decode_timeline({"timeline": [{**SHARED, **fields}]}) == (entry,)


def test_positions() -> None:
    """
    Entries know where they stand in the file, also beside one that could not be read.
    """
    timeline = [{"entry": "note"}, None, {"text": "x"}, {"entry": "note"}]

    assert [entry.index for entry in decode_timeline({"timeline": timeline})] == [0, 3]


def test_kinds_of_the_schema() -> None:
    """
    The model knows each kind of entry that the schema lets through.
    """
    schema = json.loads((resource_folder("schema") / "incident.schema.json").read_text())

    kinds = schema["$defs"]["entry"]["properties"]["entry"]["enum"]
    assert [kind.value for kind in EntryKind] == kinds

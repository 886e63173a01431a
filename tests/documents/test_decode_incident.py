import json

from incidentrepo.documents.decode_incident import decode_incident
from incidentrepo.model.follow_up import DateMove, FollowUp
from incidentrepo.model.incident import (
    Evidence,
    Impact,
    Incident,
    Link,
    Related,
    Review,
    Source,
    Times,
    Waiver,
)
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import FollowUpStatus, Kind, Purpose, Status, Visibility
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import Entry, EntryKind
from incidentrepo.resources import resource_folder

DAY = "2026-11-02"
AT = parse_time(DAY)
TIMES = [
    "started_at",
    "detected_at",
    "declared_at",
    "acknowledged_at",
    "mitigated_at",
    "resolved_at",
    "closed_at",
    "planned_from",
    "planned_until",
    "expected_on",
]
FOLLOW_UP = {
    "id": "f22222222",
    "title": "Alert",
    "status": "wont_do",
    "owner": "ada",
    "created_at": DAY,
    "due_on": DAY,
    "when": "now",
    "purpose": "detect",
    "tracker": "PAY-1",
    "text": "More.",
    "done_at": DAY,
    "done_by": "grace",
    "evidence": ["abc"],
    "reason": "Dear.",
    "moves": [{"from": DAY, "to": DAY, "at": DAY, "by": "ada", "reason": "Late."}],
}
WHOLE = {
    "schema_version": 1,
    "id": "2026-11-02-x",
    "title": "X",
    "kind": "near_miss",
    "severity": "SEV2",
    "status": "closed",
    "visibility": "public",
    "summary": "S",
    "detection": "D",
    "trigger": "T",
    "owner": "grace",
    "declared_by": "ada",
    "tags": ["a"],
    "services": ["s"],
    **dict.fromkeys(TIMES, DAY),
    "roles": {"commander": "grace"},
    "responders": ["ada"],
    "subscribers": ["linus"],
    "meet_at": "#x",
    "impact": {"summary": "I", "customers": 3},
    "timeline": [{"entry": "note", "text": "Seen."}],
    "contributing_factors": ["C"],
    "follow_ups": [FOLLOW_UP],
    "review": {"scheduled_at": DAY, "held_at": DAY, "attendees": ["ada"], "approved_by": ["linus"]},
    "related": {"duplicate_of": "d", "parent": "p", "repeat_of": ["r"], "see_also": ["https://a.example"]},
    "evidence": [{"path": "evidence/a", "url": "u", "caption": "c", "captured_at": DAY, "sha256": "0"}],
    "waivers": [{"rule": "r", "duty": "d", "reason": "w", "by": "ada", "approved_by": "linus", "until": DAY}],
    "links": [{"title": "L", "url": "https://l.example"}, {"url": "https://m.example"}],
    "aliases": ["INC-1"],
    "source": {
        "url": "u",
        "organisation": "o",
        "licence": "l",
        "id": "i",
        "severity": "bad",
        "status": "gone",
        "imported_at": DAY,
    },
    "origin": "cstate",
    "custom": {"region": "north"},
}


EXPECTED = Incident(
    id="2026-11-02-x",
    title="X",
    kind=Kind.NEAR_MISS,
    severity=Severity.SEV2,
    status=Status.CLOSED,
    visibility=Visibility.PUBLIC,
    summary="S",
    detection="D",
    trigger="T",
    owner="grace",
    declared_by="ada",
    tags=("a",),
    services=("s",),
    times=Times(**dict.fromkeys(TIMES, AT)),
    roles={"commander": "grace"},
    responders=("ada",),
    subscribers=("linus",),
    meet_at="#x",
    impact=Impact(summary="I", customers=3),
    timeline=(Entry(kind=EntryKind.NOTE, index=0, id=None, at=None, by=None, text="Seen."),),
    contributing_factors=("C",),
    follow_ups=(
        FollowUp(
            index=0,
            id="f22222222",
            title="Alert",
            status=FollowUpStatus.WONT_DO,
            owner="ada",
            created_at=AT,
            due_on=AT,
            is_now=True,
            purpose=Purpose.DETECT,
            tracker="PAY-1",
            text="More.",
            done_at=AT,
            done_by="grace",
            evidence=("abc",),
            reason="Dear.",
            moves=(DateMove(before=AT, after=AT, at=AT, by="ada", reason="Late."),),
        ),
    ),
    review=Review(scheduled_at=AT, held_at=AT, attendees=("ada",), approved_by=("linus",)),
    related=Related(duplicate_of="d", parent="p", repeat_of=("r",), see_also=("https://a.example",)),
    evidence=(Evidence(index=0, path="evidence/a", url="u", caption="c", captured_at=AT, sha256="0"),),
    waivers=(Waiver(index=0, rule="r", duty="d", reason="w", by="ada", approved_by="linus", until=AT),),
    links=(
        Link(title="L", url="https://l.example"),
        Link(title="https://m.example", url="https://m.example"),
    ),
    aliases=("INC-1",),
    source=Source(
        url="u",
        organisation="o",
        licence="l",
        id="i",
        severity="bad",
        status="gone",
        imported_at=AT,
    ),
    custom={"region": "north"},
)


def test_whole_record() -> None:
    """
    Everything a record says is in its value.
    """
    assert decode_incident(WHOLE) == EXPECTED


def test_bare_record() -> None:
    """
    What a record leaves out, or a schema took out of it, has its plain value.
    """
    assert decode_incident({}) == Incident(id="", title="")
    assert decode_incident({"follow_ups": [None, {"title": "A"}], "links": [{"title": "L"}]}) == Incident(
        id="", title="", follow_ups=(FollowUp(index=1, id=None, title="A", status=FollowUpStatus.OPEN),)
    )


def test_fields_of_the_schema() -> None:
    """
    A record of every field is all that the schema knows: a new field is read, or it is missed here.
    """
    schema = json.loads((resource_folder("schema") / "incident.schema.json").read_text())

    assert sorted(WHOLE) == sorted(schema["properties"])
    for name in ("impact", "review", "related", "source"):
        assert sorted(WHOLE[name]) == sorted(schema["$defs"][name]["properties"]), name  # type: ignore[call-overload]  # a mapping
    assert sorted(FOLLOW_UP) == sorted(schema["$defs"]["follow_up"]["properties"])

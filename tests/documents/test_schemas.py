"""Each file is held to its schema, and told what is wrong in words and at its place."""

import pytest

from incidentrepo.documents.schemas import SchemaName, validate
from incidentrepo.documents.strict_yaml import load_yaml

RECORD = """\
schema_version: 1
id: 2026-11-02-checkout-errors
title: Checkout answers 500
kind: incident
"""


def problems(text: str, name: SchemaName = "incident") -> list[str]:
    """Each problem as `line:column message (hint)`."""
    document = load_yaml(text.encode())
    assert not document.problems
    return [
        f"{problem.place.line}:{problem.place.column} {problem.message}"
        + (f" ({problem.hint})" if problem.hint else "")
        for problem in validate(name, document.value, document)
    ]


def test_fine_record() -> None:
    """
    An id, a title and a kind make a record.
    """
    assert problems(RECORD) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    (
        ("status: fixed", "5:9 status is 'fixed'; it can be open, mitigated, resolved, closed or invalid"),
        (
            "status: resolvd",
            (
                "5:9 status is 'resolvd'; it can be open, mitigated, resolved, closed or invalid "
                "(did you mean resolved?)"
            ),
        ),
        (
            "severity: sev2",
            "5:11 severity is 'sev2'; it can be SEV1, SEV2, SEV3, SEV4 or SEV5 (did you mean SEV2?)",
        ),
        ("severty: SEV2", "5:1 unknown field 'severty' (did you mean severity?)"),
        ("colour: red", "5:1 unknown field 'colour' (fields of your own go under `custom:`)"),
        ("impact: {customers: many}", "5:21 customers is 'many'; it must be a whole number"),
        ("impact: {customers: true}", "5:21 customers is true; it must be a whole number"),
        ("impact: {customers: 1.0}", "5:21 customers is 1.0; it must be a whole number"),
        ("impact: {customers: .nan}", "5:21 customers is '.nan'; it must be a whole number"),
        ("impact: {customers: -1}", "5:21 customers is -1; it must be 0 or more"),
        ("owner:", "5:7 owner is empty; it must be text (give it a value, or leave the line out)"),
        ("owner: 404", "5:8 owner is 404; it must be text (put it in quotes to make it text)"),
        ("tags: payments", "5:7 tags is 'payments'; it must be a list (put it in brackets: [payments])"),
        ("tags: [a, b, a]", "5:14 tags has 'a' twice (leave one of them out)"),
        ("tags: [a, 5]", "5:11 item 2 of tags is 5; it must be text (put it in quotes to make it text)"),
        (
            "started_at: yesterday",
            "5:13 started_at is 'yesterday'; it must look like 2026-11-02T09:14:00Z or 2026-11-02",
        ),
        ("started_at: 2026-02-30", "5:13 2026-02-30 does not exist in the calendar or on the clock"),
        ("started_at: 2021", "5:13 started_at is 2021; it must be text (put it in quotes to make it text)"),
        (
            "timeline: [{entry: note, text: x}]",
            (
                "5:12 timeline entry 1 has no `at` "
                "(add `at:`, when it happened, which may be earlier than when it was written down)"
            ),
        ),
        (
            "timeline: [{at: '2026'}]",
            "5:12 timeline entry 1 has no `entry` (add `entry:`, what sort of entry this is)",
        ),
        ("timeline: [5]", "5:12 timeline entry 1 is 5; it must be a mapping of names to values"),
        (
            "timeline: [{at: '2026', entry: note, text: x, state: identified}]",
            "5:47 unknown field 'state' (there can be id, at, by, entry, text and starred)",
        ),
        ("follow_ups: [{status: open}]", "5:14 follow-up 1 has no `title` (add `title:`, what will be done)"),
        ("roles: {commander: 5}", "5:20 commander is 5; it must be text (put it in quotes to make it text)"),
        (
            "roles: {Big Boss: ada}",
            (
                "5:9 the name 'Big Boss' must be small letters, digits, dashes and underscores, "
                "like communications_lead"
            ),
        ),
        ("waivers: [{reason: x}]", "5:11 waiver 1 must name a `rule` or a `duty`, and not both"),
        (
            "waivers: [{reason: x, rule: a, duty: b}]",
            "5:11 waiver 1 must name a `rule` or a `duty`, and not both",
        ),
        (
            "evidence: [{path: ../secrets}]",
            (
                "5:19 path is '../secrets'; "
                "it must be a file inside the incident's folder, like evidence/errors.png"
            ),
        ),
    ),
)
def test_messages(line: str, expected: str) -> None:
    """
    Each mistake is one problem, at its line and column, in the user's words.
    """
    assert problems(f"{RECORD}{line}\n") == [expected]


def test_missing_at_the_top() -> None:
    """
    A record without what every record needs says each, at its beginning.
    """
    assert problems("schema_version: 1\nkind: incident\n") == [
        (
            "1:1 the file has no `id` "
            "(add `id:`, the incident's id, which is its folder's name and never changes)"
        ),
        (
            "1:1 the file has no `title` "
            "(add `title:`, what is wrong, as somebody outside the team would say it)"
        ),
    ]


def test_all_at_once_in_order() -> None:
    """
    All mistakes of a file are told in one run, from top to bottom.
    """
    text = f"{RECORD}status: fixed\ntags: [5]\nowner: Ada Lovelace\n"

    assert [line.split(" ", 1)[0] for line in problems(text)] == ["5:9", "6:8", "7:8"]


@pytest.mark.parametrize(
    ("line", "expected"),
    (
        (
            "code_yellow: {severity: SEV9}",
            "4:25 severity is 'SEV9'; it can be SEV1, SEV2, SEV3, SEV4 or SEV5",
        ),
        (
            "code_yellow: {severity: {at_leest: SEV2}}",
            "4:26 unknown field 'at_leest' (did you mean at_least?)",
        ),
        ("code_yellow: {severity: 2}", "4:25 severity is 2; it can be SEV1, SEV2, SEV3, SEV4 or SEV5"),
        (
            "code_yellow: {tag: Big Tag}",
            (
                "4:20 tag is 'Big Tag'; it must be small letters and digits, joined by dashes, "
                "dots or underscores, like internal-tools"
            ),
        ),
        ("code_yellow: {}", "4:14 code_yellow is empty; it must hold 1 or more"),
        (
            "severities: {SEV1: {label: Worst, postmortem: soon}}",
            "4:47 postmortem is 'soon'; it must be a duration like 3 business days, or no",
        ),
        (
            "severities: {SEV0: {label: Worst}}",
            "4:14 unknown field 'SEV0' (there can be SEV1, SEV2, SEV3, SEV4 and SEV5)",
        ),
        (
            "workdays: [monday]",
            "4:12 item 1 of workdays is 'monday'; it can be mon, tue, wed, thu, fri, sat or sun",
        ),
    ),
)
def test_policy_messages(line: str, expected: str) -> None:
    """
    Where several forms are allowed, the one that was meant decides what is said.
    """
    text = f"schema_version: 1\norganisation: {{name: Example}}\ntimezone: Europe/Berlin\n{line}\n"

    assert expected in problems(text, "policy")


def test_deep_conditions() -> None:
    """
    A condition as deep as a file can be is judged, right or wrong.
    """
    start = "schema_version: 1\norganisation: {name: Example}\ntimezone: Europe/Berlin\ncode_yellow: "
    depth = 60

    assert problems(start + "{not: " * depth + "{tag: a}" + "}" * depth + "\n", "policy") == []
    assert len(problems(start + "{not: " * depth + "{tga: a}" + "}" * depth + "\n", "policy")) == 1


def test_explaining_has_an_end() -> None:
    """
    A file of nothing but mistakes is told its first hundred.
    """
    assert len(problems(f"{RECORD}timeline: [{', '.join(['5'] * 50_000)}]\n")) == 100

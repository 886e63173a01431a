"""Versions of the records that more than one change is made of."""

from tests.gates.editing import after_timeline, line, swap
from tests.gates.records import OPEN, OPEN_ID, OPEN_TEXT, OVER, OVER_ID, POLICY, folder

NEW_ID = "2026-11-20-mail-late"
NEW = f"{folder(NEW_ID)}/incident.yaml"
NEW_TEXT = (
    OPEN_TEXT.replace(OPEN_ID, NEW_ID)
    .replace("Checkout answers 500", "Mail is late")
    .replace("2026-11-02", "2026-11-20")
)
NEAR_MISS = f"""\
schema_version: 1
id: {NEW_ID}
title: A ladder slips
kind: near_miss
owner: ada
declared_at: 2026-11-20T09:00:00Z
"""
RELABELLED = "2026-09-01-books-gap"
UNREASONED = line("severity", from_="SEV2", to="SEV1")
AS_SEV1 = swap(OPEN, "severity: SEV2\n", "severity: SEV1\n")[OPEN]
TOLD_TWICE = f"related: {{duplicate_of: {OVER_ID}}}\n"
WAIVER = "waivers:\n  - {{rule: {rule}, reason: We agreed., by: ada, approved_by: linus}}\n"
CLOSING = line("status", from_="resolved", to="closed")
SHUT = after_timeline(OVER, CLOSING)[OVER].replace(
    "status: resolved\n", "status: closed\nclosed_at: 2026-11-20T09:00:00Z\n"
)
LATE_RAISE = line("severity", from_="SEV2", to="SEV1", reason="All of it.").replace("tzzzzzzzz", "tyyyyyyyy")
SHUT_WELL = SHUT.replace(
    "    status: open\n",
    "    status: done\n    done_at: 2026-10-20\n    evidence: [https://tracker.example/1]\n",
)
RELAXED = POLICY + "severities: {SEV1: {label: Bad}, SEV2: {label: So so}, SEV3: {label: Fine}}\n"


def off(rule: str) -> str:
    return f"{POLICY}rules: {{{rule}: off}}\n"

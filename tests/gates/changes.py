"""The changes of one repository, good and bad, each with the errors that every gate must find in it."""

from tests.gates.editing import (
    add,
    after_timeline,
    bad,
    drop,
    good,
    line,
    renamed,
    swap,
    unjudged,
)
from tests.gates.merges import MERGES
from tests.gates.records import (
    BASE,
    CLOSED,
    CLOSED_ID,
    CLOSED_POSTMORTEM,
    CLOSED_TEXT,
    DEBT,
    DEBT_ID,
    FINAL,
    OPEN,
    OPEN_ID,
    OPEN_TEXT,
    OVER,
    OVER_ID,
    OVER_POSTMORTEM,
    OVER_TEXT,
    PAGE,
    POLICY,
    POLICY_FILE,
    folder,
)
from tests.gates.versions import (
    AS_SEV1,
    LATE_RAISE,
    NEAR_MISS,
    NEW,
    NEW_TEXT,
    RELABELLED,
    RELAXED,
    SHUT_WELL,
    TOLD_TWICE,
    UNREASONED,
    WAIVER,
    off,
)

CHANGES = (
    # What people do every day.
    good("declare", {NEW: NEW_TEXT}),
    good("note", after_timeline(OPEN, line("note", text="Rolled back."))),
    good(
        "raise the severity",
        {OPEN: AS_SEV1 + line("severity", from_="SEV2", to="SEV1", reason="All of it.")},
    ),
    good(
        "lower the severity",
        {
            OPEN: OPEN_TEXT.replace("severity: SEV2\n", "severity: SEV3\n", 1)
            + line("severity", from_="SEV2", to="SEV3", reason="Few.")
        },
    ),
    good("write the postmortem", {OVER_POSTMORTEM: FINAL}),
    good("begin a postmortem", {OVER_POSTMORTEM: "---\nstatus: draft\nauthors: [grace]\n---\n"}),
    good(
        "close what is paid",
        {OVER: SHUT_WELL + "contributing_factors: [A full disk.]\n", OVER_POSTMORTEM: FINAL},
    ),
    good(
        "finish a follow-up",
        swap(
            OVER,
            "    status: open\n",
            "    status: done\n    done_at: 2026-10-20\n    evidence: [https://tracker.example/1]\n",
        ),
    ),
    good("mention an incident", add(OPEN, f"related: {{see_also: [{OVER_ID}]}}\n")),
    good(
        "rename, and keep the old id",
        renamed(CLOSED_ID, RELABELLED, CLOSED, alias=True)
        | {CLOSED_POSTMORTEM: None, f"{folder(RELABELLED)}/postmortem.md": FINAL},
    ),
    good("add evidence", {f"{folder(OPEN_ID)}/evidence/chart.txt": "1 2 3\n"}),
    good("add an account", {f"{folder(OPEN_ID)}/accounts/ada.md": "I saw it first.\n"}),
    good("write a comment", swap(OPEN, "tags: [payments]\n", "tags: [payments]  # with Linus\n")),
    good("touch nothing of ours", {"README.md": "Hello\n"}),
    good(
        "correct the page for the world", swap(PAGE, "Pages were slow.\n", "Pages were slow for an hour.\n")
    ),
    good("a person leaves", {"people.yaml": BASE["people.yaml"].replace("mary: {name: Mary Example}\n", "")}),
    good("a tag goes", {"tags.yaml": "checkout: {description: The checkout, kind: service}\n"}),
    good(
        "a near miss",
        {NEW: NEAR_MISS},
    ),
    # Old debts, which are not the fault of whoever comes by.
    good(
        "edit what has old debts",
        swap(DEBT, "title: The label printer stops\n", "title: The label printer stops at noon\n"),
    ),
    good(
        "pay half of an old debt",
        swap(
            DEBT,
            "title: Order a spare, ",
            "title: Order a spare, owner: mary, due_on: 2026-12-01, ",
        ),
    ),
    good("move what has old debts", renamed(DEBT_ID, "2026-08-03-printer", DEBT, alias=True)),
    bad(
        "add to an old debt",
        "follow-up-without-owner-or-date",
        add(DEBT, "  - {id: fdddddddd, title: Buy paper, created_at: 2026-08-03T13:00:00Z, status: open}\n"),
    ),
    # What can be changed in no moment of an incident's life.
    bad("no YAML", "unreadable-file", {OPEN: OPEN_TEXT + "x: [\n"}),
    bad("no UTF-8", "unreadable-file", {OPEN: "caf\udce9: x\n"}),
    bad("a hidden character", "unreadable-file", swap(OPEN, "answers 500", "answers \u202e500")),
    bad("a repeated key", "unreadable-file", {OPEN: OPEN_TEXT + "title: Another\n"}),
    bad("an unknown status", "schema-violation", swap(OPEN, "status: open\n", "status: fixed\n")),
    bad("an unknown field", "schema-violation", add(OPEN, "sevrity: SEV2\n")),
    bad("a broken policy", "schema-violation", {POLICY_FILE: POLICY + "colour: red\n"}),
    bad("broken people", "schema-violation", {"people.yaml": "ada: 7\n"}),
    bad(
        "a broken loan", "unreadable-file", {"library/ring/2023-04-17-wrong-bean/incident.yaml": "title: [\n"}
    ),
    bad("a broken page", "schema-violation public-without-page", {PAGE: "---\ntitle: 7\n---\n"}),
    bad(
        "another id",
        "id-differs-from-folder",
        swap(CLOSED, f"id: {CLOSED_ID}\n", f"id: {RELABELLED}\naliases: [{CLOSED_ID}]\n"),
    ),
    bad("an id taken", "duplicate-id", {NEW: NEW_TEXT + f"aliases: [{CLOSED_ID}]\n"}),
    bad("a link to nowhere", "dangling-reference", add(OPEN, "related: {parent: 2026-11-01-nowhere}\n")),
    bad(
        "evidence that is missing",
        "dangling-reference",
        add(OPEN, "evidence: [{path: evidence/chart.png}]\n"),
    ),
    bad(
        "the end before the beginning",
        "times-out-of-order",
        add(OVER, "started_at: 2026-10-05T13:00:00Z\n"),
    ),
    bad(
        "a severity by hand",
        "summary-differs-from-timeline",
        swap(OPEN, "severity: SEV2\n", "severity: SEV1\n"),
    ),
    bad("a severity without a reason", "severity-changed-without-reason", {OPEN: AS_SEV1 + UNREASONED}),
    bad(
        "reopened after closing",
        "reopened-after-closing summary-differs-from-timeline",
        {
            CLOSED: CLOSED_TEXT.replace("status: closed\nowner", "status: open\nowner").replace(
                "contributing_factors",
                line("status", from_="closed", to="open", reason="Again.") + "contributing_factors",
            )
        },
    ),
    bad(
        "invalid without a reason",
        "status-changed-without-reason",
        {
            OPEN: OPEN_TEXT.replace("status: open\n", "status: invalid\n", 1)
            + line("status", from_="open", to="invalid")
        },
    ),
    # What was said stays said.
    bad("delete an incident", "incident-deleted", {CLOSED: None, CLOSED_POSTMORTEM: None}),
    bad("delete a record and leave its postmortem", "incident-deleted unreadable-file", {CLOSED: None}),
    bad(
        "rename, and lose the old id",
        "incident-deleted",
        renamed(CLOSED_ID, RELABELLED, CLOSED, alias=False)
        | {CLOSED_POSTMORTEM: None, f"{folder(RELABELLED)}/postmortem.md": FINAL},
    ),
    bad("delete an entry", "entry-deleted", drop(OPEN, "tcccccccc")),
    bad(
        "change an entry", "entry-changed", swap(OPEN, "from: SEV3\n    to: SEV2", "from: SEV2\n    to: SEV2")
    ),
    bad("take a follow-up back", "follow-up-taken-back", {OVER: OVER_TEXT[: OVER_TEXT.index("follow_ups:")]}),
    bad(
        "put a date off in silence",
        "follow-up-date-changed",
        swap(OVER, "due_on: 2026-10-30\n", "due_on: 2027-10-30\n"),
    ),
    bad(
        "another kind by hand",
        "fact-changed-without-entry",
        swap(OVER, "kind: incident\n", "kind: near_miss\n"),
    ),
    # Closing asks for what is owed.
    bad("close without a postmortem", "closed-without-final-postmortem", {OVER: SHUT_WELL}),
    bad(
        "close with a draft",
        "closed-without-final-postmortem",
        {OVER: SHUT_WELL, OVER_POSTMORTEM: FINAL.replace("final", "draft")},
    ),
    bad("take a postmortem back", "closed-without-final-postmortem", {CLOSED_POSTMORTEM: None}),
    bad(
        "close without the review of a SEV1",
        "closed-with-unpaid-duty",
        {
            OVER: SHUT_WELL.replace("severity: SEV2\nstatus", "severity: SEV1\nstatus").replace(
                "closed}\n", "closed}\n" + LATE_RAISE
            ),
            OVER_POSTMORTEM: FINAL,
        },
    ),
    # Publishing asks for a page, and that it tells nothing of the inside.
    bad(
        "publish without a page",
        "public-without-page",
        swap(CLOSED, "status: closed\nowner", "status: closed\nvisibility: public\nowner"),
    ),
    bad("take the page away", "public-without-page", {PAGE: None}),
    bad(
        "a person on the page",
        "person-in-public-text",
        swap(PAGE, "Pages were slow.\n", "Grace Example saw it.\n"),
    ),
    bad(
        "the id on the page",
        "internal-id-in-public-text",
        swap(PAGE, "Pages were slow.\n", f"See {OVER_ID}.\n"),
    ),
    # No change relaxes what it is judged by.
    bad(
        "lower what is owed, and close",
        "closed-without-final-postmortem",
        {POLICY_FILE: RELAXED, OVER: SHUT_WELL},
    ),
    bad(
        "switch a rule off, and break it",
        "severity-changed-without-reason",
        {POLICY_FILE: off("severity-changed-without-reason"), OPEN: AS_SEV1 + UNREASONED},
    ),
    bad(
        "adopt later, and close",
        "closed-without-final-postmortem",
        {POLICY_FILE: POLICY.replace("2026-01-01", "2026-11-01"), OVER: SHUT_WELL},
    ),
    bad(
        "waive oneself",
        "severity-changed-without-reason",
        {OPEN: AS_SEV1 + UNREASONED + WAIVER.format(rule="severity-changed-without-reason")},
    ),
    good("change what is owed from now on", {POLICY_FILE: RELAXED}),
    good("waive an old debt", add(DEBT, WAIVER.format(rule="follow-up-without-owner-or-date"))),
    unjudged("delete the policy", {POLICY_FILE: None}),
    unjudged("move the policy", {POLICY_FILE: None, "ops/incidentrepo.yaml": POLICY}),
    unjudged("a policy that cannot be read", {POLICY_FILE: "organisation: [\n"}),
    unjudged(
        "a policy from the future", {POLICY_FILE: POLICY.replace("schema_version: 1", "schema_version: 99")}
    ),
    *MERGES,
    # Several at once.
    bad(
        "two wrongs",
        "incident-deleted schema-violation",
        {
            OPEN: OPEN_TEXT.replace("status: open\n", "status: fixed\n", 1),
            CLOSED: None,
            CLOSED_POSTMORTEM: None,
        },
    ),
    bad(
        "a right and a wrong",
        "schema-violation",
        {NEW: NEW_TEXT, OPEN: OPEN_TEXT.replace("status: open\n", "status: fixed\n", 1)},
    ),
    bad(
        "an incident that hands its duties to one closed",
        "closed-with-unpaid-duty",
        {
            OPEN: AS_SEV1
            + line("severity", from_="SEV2", to="SEV1", reason="All of it.")
            + TOLD_TWICE.replace(OVER_ID, CLOSED_ID)
        },
    ),
)

"""The records that every change of the table begins with: one of each life, and one with old debts."""

POLICY_FILE = "incidentrepo.yaml"
POLICY = """\
schema_version: 1
organisation: {name: Tern Parcels}
timezone: UTC
adopted_on: 2026-01-01
"""
PEOPLE = "".join(f"{name.lower()}: {{name: {name} Example}}\n" for name in ("Ada", "Grace", "Linus", "Mary"))
TAGS = "payments: {description: Money}\ncheckout: {description: The checkout, kind: service}\n"


def folder(name: str) -> str:
    return f"incidents/{name[:4]}/{name[5:7]}/{name}"


OPEN_ID = "2026-11-02-checkout-errors"
OPEN = f"{folder(OPEN_ID)}/incident.yaml"
OPEN_TEXT = f"""\
schema_version: 1
id: {OPEN_ID}
title: Checkout answers 500
kind: incident
severity: SEV2
status: open
owner: grace
tags: [payments]
declared_at: 2026-11-02T09:14:00Z
declared_by: ada
timeline:
  - {{id: taaaaaaaa, at: 2026-11-02T09:14:00Z, by: ada, entry: declared, severity: SEV3}}
  - id: tbbbbbbbb
    at: 2026-11-02T09:30:00Z
    by: grace
    entry: severity
    from: SEV3
    to: SEV2
    reason: A demo is affected.
  - {{id: tcccccccc, at: 2026-11-02T09:40:00Z, by: ada, entry: note, text: Seen in the logs.}}
"""

OVER_ID = "2026-10-05-search-down"
OVER = f"{folder(OVER_ID)}/incident.yaml"
OVER_TEXT = f"""\
schema_version: 1
id: {OVER_ID}
title: Search is down
kind: incident
severity: SEV2
status: resolved
owner: grace
declared_at: 2026-10-05T09:00:00Z
resolved_at: 2026-10-05T12:00:00Z
declared_by: ada
timeline:
  - {{id: tdddddddd, at: 2026-10-05T09:00:00Z, by: ada, entry: declared, severity: SEV2}}
  - {{id: teeeeeeee, at: 2026-10-05T12:00:00Z, by: grace, entry: status, from: open, to: resolved}}
follow_ups:
  - id: faaaaaaaa
    title: Alert on the age of the index
    owner: linus
    created_at: 2026-10-05T13:00:00Z
    due_on: 2026-10-30
    status: open
"""
OVER_POSTMORTEM = f"{folder(OVER_ID)}/postmortem.md"
FINAL = """\
---
status: final
authors: [grace]
finished_at: 2026-10-07T09:00:00Z
---
## What happened

A disk was full of logs. Nobody had seen it fill, for its alert was silenced in July.

## What we learned

Alerts that are silenced come back by themselves from now on.
"""

CLOSED_ID = "2026-09-01-ledger-gap"
CLOSED = f"{folder(CLOSED_ID)}/incident.yaml"
CLOSED_TEXT = f"""\
schema_version: 1
id: {CLOSED_ID}
title: A gap in the ledger
kind: incident
severity: SEV3
status: closed
owner: linus
declared_at: 2026-09-01T09:00:00Z
resolved_at: 2026-09-01T12:00:00Z
closed_at: 2026-09-04T12:00:00Z
declared_by: ada
timeline:
  - {{id: tffffffff, at: 2026-09-01T09:00:00Z, by: ada, entry: declared, severity: SEV3}}
  - {{id: tgggggggg, at: 2026-09-01T12:00:00Z, by: linus, entry: status, from: open, to: resolved}}
  - {{id: thhhhhhhh, at: 2026-09-04T12:00:00Z, by: linus, entry: status, from: resolved, to: closed}}
contributing_factors: [Two clocks.]
"""
CLOSED_POSTMORTEM = f"{folder(CLOSED_ID)}/postmortem.md"

DEBT_ID = "2026-08-03-label-printer"
DEBT = f"{folder(DEBT_ID)}/incident.yaml"
DEBT_TEXT = f"""\
schema_version: 1
id: {DEBT_ID}
title: The label printer stops
kind: incident
severity: SEV3
status: closed
owner: mary
declared_at: 2026-08-03T09:00:00Z
resolved_at: 2026-08-03T12:00:00Z
closed_at: 2026-08-04T12:00:00Z
declared_by: ada
timeline:
  - {{id: tiiiiiiii, at: 2026-08-03T09:00:00Z, by: ada, entry: declared, severity: SEV3}}
  - {{id: tjjjjjjjj, at: 2026-08-03T12:00:00Z, by: mary, entry: status, from: open, to: resolved}}
  - {{id: tkkkkkkkk, at: 2026-08-04T12:00:00Z, by: mary, entry: status, from: resolved, to: closed}}
follow_ups:
  - {{id: fbbbbbbbb, title: Order a spare, created_at: 2026-08-03T13:00:00Z, status: open}}
  - {{id: fcccccccc, title: Label the cables, created_at: 2026-08-03T13:00:00Z, status: open}}
"""

PUBLIC_ID = "2026-07-06-site-slow"
PUBLIC = f"{folder(PUBLIC_ID)}/incident.yaml"
PUBLIC_TEXT = f"""\
schema_version: 1
id: {PUBLIC_ID}
title: The site is slow
kind: near_miss
visibility: public
owner: ada
declared_at: 2026-07-06T09:00:00Z
declared_by: ada
"""
PAGE = f"{folder(PUBLIC_ID)}/public.md"
PAGE_TEXT = (
    "---\ntitle: Slow pages\nslug: slow-pages\npublished_at: 2026-07-07T09:00:00Z\n---\nPages were slow.\n"
)

BASE = {
    POLICY_FILE: POLICY,
    "people.yaml": PEOPLE,
    "tags.yaml": TAGS,
    OPEN: OPEN_TEXT,
    OVER: OVER_TEXT,
    CLOSED: CLOSED_TEXT,
    CLOSED_POSTMORTEM: FINAL,
    DEBT: DEBT_TEXT,
    PUBLIC: PUBLIC_TEXT,
    PAGE: PAGE_TEXT,
}

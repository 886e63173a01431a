"""What the rules about leaks say, wherever a leak is planted, and what no format repeats."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.checks import check_repository
from incidentrepo.findings import Finding, Report
from incidentrepo.formats import FORMATS
from incidentrepo.formats.format import Format
from incidentrepo.repository import load_repository
from incidentrepo.rules.denied_term_in_public_text import DeniedTermInPublicText
from incidentrepo.rules.internal_host_in_public_text import InternalHostInPublicText
from incidentrepo.rules.person_in_public_text import PersonInPublicText
from incidentrepo.rules.secret_in_public_text import SecretInPublicText
from incidentrepo.rules.secret_in_record import SecretInRecord
from incidentrepo.settling import Part
from incidentrepo.store.snapshot import Blob, FileMode

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
RULES = (
    SecretInPublicText(),
    InternalHostInPublicText(),
    PersonInPublicText(),
    DeniedTermInPublicText(),
    SecretInRecord(),
)
FOLDER = "incidents/2026/11/2026-11-02-checkout-errors"
POLICY = """\
schema_version: 1
organisation: {name: Tern Parcels}
timezone: UTC
publishing: {denied_terms: [Petrel]}
"""
RECORD = """\
schema_version: 1
id: 2026-11-02-checkout-errors
title: Checkout answers 500
kind: incident
severity: SEV2
status: open
timeline:
  - id: t7w3aa6ze
    at: 2026-11-02T09:32:00Z
    by: grace
    entry: update
    audience: public
    text: |
      We look for the cause.
"""
LEAKS = {
    "NotReal26": ("password=NotReal26", "secret-in-public-text"),
    "10.9.8.7": ("at 10.9.8.7.", "internal-host-in-public-text"),
    "Joan Odum": ("- Joan Odum", "person-in-public-text"),
    "Petrel": ("**Petrel**", "denied-term-in-public-text"),
}
PROSE = ("Some payments failed.", "", "> so", "`code`", "caf\u00e9 \u682a", "| a | b |", "100 %")
LINES = st.lists(st.sampled_from(PROSE))


def check(page: str, record: str) -> tuple[Finding, ...]:
    contents = {
        "incidentrepo.yaml": POLICY,
        f"{FOLDER}/incident.yaml": record,
        f"{FOLDER}/public.md": page,
        "people.yaml": "joan: {name: Joan Odum}\n",
    }
    blobs = tuple(Blob(path=path, mode=FileMode.FILE, id=path) for path in sorted(contents))
    encoded = {path: text.encode() for path, text in contents.items()}
    repository = load_repository(Part(label="memory", blobs=blobs, contents=encoded))
    return check_repository(repository, now=NOW, rules=RULES)


@given(LINES, st.sampled_from(sorted(LEAKS)))
def test_in_the_page(before: list[str], leak: str) -> None:
    """
    A leak in `public.md` is found by its rule at its line and column of the file, and nothing else is.
    """
    line, rule = LEAKS[leak]
    head = "---\ntitle: Some payments failed\nslug: payments\n---\n"
    page = head + "".join(f"{one}\n" for one in (*before, line))

    (finding,) = check(page, RECORD)

    assert (finding.rule, finding.path) == (rule, f"{FOLDER}/public.md")
    assert finding.place is not None
    assert page.splitlines()[finding.place.line - 1][finding.place.column - 1 :].startswith(leak)
    assert finding.place.line == page.count("\n")


@given(LINES, st.sampled_from(sorted(LEAKS)))
def test_in_an_update(before: list[str], leak: str) -> None:
    """
    So is one in an update for the world, at its place in the record.
    """
    line, rule = LEAKS[leak]
    record = RECORD + "".join(f"      {one}\n" for one in (*before, line))

    found = [finding for finding in check("", record) if finding.rule == rule]

    assert len(found) == 1
    assert found[0].place is not None
    assert record.splitlines()[found[0].place.line - 1][found[0].place.column - 1 :].startswith(leak)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
@pytest.mark.parametrize("leak", LEAKS)
def test_nothing_is_repeated(leak: str, form: Format) -> None:
    """
    No format holds what was found.
    """
    line, _ = LEAKS[leak]
    found = check(f"---\ntitle: x\nslug: x\n---\n{line}\n", f"{RECORD}      {line}\n")

    report = Report(findings=found, incidents=1, checked="memory")

    assert found
    assert leak not in form.write(report)

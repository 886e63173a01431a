"""What each audience is given, and above all what it is not."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidentrepo.audience import redact
from incidentrepo.duties import owed_duties
from incidentrepo.model.edition import (
    InternalEdition,
    PublicEdition,
    PublicIncident,
    PublicUpdate,
)
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Audience, Kind, Status, UpdateState
from incidentrepo.model.time import parse_time
from incidentrepo.public_edition import redact_for_the_public
from incidentrepo.repository import Repository, load_repository
from incidentrepo.site.making import make_site
from incidentrepo.store.folder import folder_snapshot

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
ID = "2026-11-02-zz0-id"
FOLDER = f"incidents/2026/11/{ID}"

# Every internal place holds a word of its own, which begins with zz.
INCIDENT = """\
schema_version: 1
id: 2026-11-02-zz0-id
title: zz1 internal title
kind: incident
severity: SEV2
status: {status}
visibility: {visibility}
summary: zz2 summary
owner: zz3-owner
tags: [zz4-tag]
services: [zz5-service]
aliases: [2026-11-02-zz6-alias]
started_at: 2026-11-02T09:02:00Z
detected_at: 2026-11-02T09:10:11Z
declared_at: 2026-11-02T09:14:12Z
acknowledged_at: 2026-11-02T09:15:13Z
mitigated_at: 2026-11-02T09:41:00Z
resolved_at: 2026-11-02T11:05:00Z
closed_at: 2026-11-20T11:05:14Z
declared_by: zz7-person
roles: {{commander: zz8-person}}
responders: [zz9-person]
subscribers: [zz10-person]
meet_at: "zz11-room"
detection: zz12 detection
trigger: zz13 trigger
impact: {{summary: zz14 impact, customers: 987123}}
contributing_factors: [zz15 factor]
related: {{see_also: [zz16-incident]}}
links: [{{title: zz17 link, url: "https://zz17.example"}}]
evidence: [{{path: evidence/zz18.txt, caption: zz19 caption}}]
review: {{held_at: 2026-11-09T10:00:00Z, attendees: [zz20-person]}}
waivers: [{{duty: review, reason: zz21 reason, by: zz22-person, approved_by: zz23-person}}]
timeline:
  - {{id: tzz24aaaa, at: "2026-11-02T09:14:12Z", by: zz25-person, entry: declared, severity: SEV3,
     text: zz26}}
  - {{id: tzz27aaaa, at: "2026-11-02T09:20:15Z", by: zz25-person, entry: note, text: zz28 note}}
  - {{id: tzz29aaaa, at: "2026-11-02T09:21:16Z", entry: update, text: zz30 internal update}}
  - {{id: tzz31aaaa, at: "2026-11-02T09:30:17Z", entry: severity, from: SEV3, to: SEV2, reason: zz32 reason}}
  - {{id: tzz33aaaa, at: "2026-11-02T09:32:00Z", by: zz34-person, entry: update, audience: public,
     state: identified, text: We have found the cause.}}
follow_ups:
  - {{id: fzz35aaaa, title: zz36 follow-up, owner: zz37-person, status: open, due_on: 2026-12-03,
     created_at: "2026-11-02T12:00:18Z", tracker: ZZ38-1}}
"""
POSTMORTEM = (
    "---\nstatus: final\nauthors: [zz40-person]\nfinished_at: 2026-11-05T10:00:19Z\n---\nzz41 prose.\n"
)
PUBLIC = """\
---
title: Some payments failed
slug: payments
published_at: 2026-11-06T10:00:00Z
former_slugs: [pay]
---
One payment in ten failed.
"""
POLICY = """\
organisation: {name: Zz50 inside, public_name: The Shop}
timezone: Europe/Berlin
publishing: {url: "https://status.example", denied_terms: [zz51]}
roles: [{name: zz52, description: zz53}]
"""
FILES = {
    "incidentrepo.yaml": POLICY,
    "people.yaml": "zz3-owner: {name: Zz54 Person, emails: [zz55@example.com]}\n",
    "tags.yaml": "zz4-tag: {description: zz56 tag}\n",
    f"{FOLDER}/incident.yaml": INCIDENT.format(status="closed", visibility="public"),
    f"{FOLDER}/postmortem.md": POSTMORTEM,
    f"{FOLDER}/public.md": PUBLIC,
    f"{FOLDER}/accounts/zz57-person.md": "zz58 account\n",
    f"{FOLDER}/evidence/zz18.txt": "zz59 evidence\n",
    "incidents/2026/11/2026-11-03-zz60-private/incident.yaml": (
        "schema_version: 1\nid: 2026-11-03-zz60-private\ntitle: zz61 private\nkind: near_miss\n"
    ),
}


def write(folder: Path, files: Mapping[str, str] = FILES) -> Repository:
    for path, text in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    return load_repository(folder_snapshot(folder))


def test_public_incident(tmp_path: Path) -> None:
    """
    The world gets the fields labelled public, the public updates and the public page; closed is resolved.
    """
    edition = redact(write(tmp_path), Audience.PUBLIC, now=NOW)

    assert isinstance(edition, PublicEdition)
    assert edition.incidents == (
        PublicIncident(
            slug="payments",
            former_slugs=("pay",),
            title="Some payments failed",
            kind=Kind.INCIDENT,
            severity=Severity.SEV2,
            status=Status.RESOLVED,
            started_at=parse_time("2026-11-02T09:02:00Z"),
            mitigated_at=parse_time("2026-11-02T09:41:00Z"),
            resolved_at=parse_time("2026-11-02T11:05:00Z"),
            published_at=parse_time("2026-11-06T10:00:00Z"),
            updates=(
                PublicUpdate(
                    at=parse_time("2026-11-02T09:32:00Z"),
                    state=UpdateState.IDENTIFIED,
                    text="We have found the cause.",
                ),
            ),
            body="One payment in ten failed.\n",
        ),
    )


def test_public_site_holds_nothing_internal(tmp_path: Path) -> None:
    """
    No byte of the public site holds a word, or a time to the second, from an internal place.
    """
    site = make_site(redact_for_the_public(write(tmp_path), now=NOW))
    everything = "\n".join(
        [page.path + page.title + page.description + page.html for page in site.make_pages()]
        + [asset.path + asset.data.decode() for asset in site.assets if "feed" in asset.path]
    )

    assert "One payment in ten failed." in everything
    assert "zz" not in everything.lower()
    assert "987123" not in everything
    assert "987,123" not in everything
    for second in range(11, 20):
        assert f":{second}Z" not in everything


def test_internal_site_holds_it_all(tmp_path: Path) -> None:
    """
    The words that the public must not read are really there: the test above could fail.
    """
    repository = write(tmp_path)
    edition = redact(repository, Audience.INTERNAL, now=NOW, duties=owed_duties(repository, now=NOW))
    everything = "\n".join(page.html for page in make_site(edition).make_pages())

    for word in (
        "zz1 internal",
        "zz2 ",
        "Zz54 Person",
        "zz14 impact",
        "zz28 note",
        "zz41 prose",
        "zz58 account",
    ):
        assert word in everything


def test_now_is_what_the_world_was_told_last(tmp_path: Path) -> None:
    """
    The public edition has no clock: its time is the latest public one.
    """
    assert redact_for_the_public(write(tmp_path), now=NOW).now == datetime(2026, 11, 6, 10, tzinfo=UTC)


def test_withdrawn_keeps_its_address_alone(tmp_path: Path) -> None:
    """
    A withdrawn incident leaves an empty page, not a dead link, and no word of what stood there.
    """
    text = INCIDENT.format(status="closed", visibility="withdrawn")
    edition = redact_for_the_public(write(tmp_path, {**FILES, f"{FOLDER}/incident.yaml": text}), now=NOW)

    assert edition.incidents == (PublicIncident(slug="payments", former_slugs=("pay",), is_withdrawn=True),)


@pytest.mark.parametrize("missing", ("visibility", "page"))
def test_nothing_is_public_by_accident(tmp_path: Path, missing: str) -> None:
    """
    Neither a public page without the word `public`, nor the word without a page, is published.
    """
    files = dict(FILES)
    if missing == "visibility":
        files[f"{FOLDER}/incident.yaml"] = INCIDENT.format(status="closed", visibility="internal")
    else:
        del files[f"{FOLDER}/public.md"]

    assert redact_for_the_public(write(tmp_path, files), now=NOW).incidents == ()


def test_evidence_of_known_types(tmp_path: Path) -> None:
    """
    Files of a closed list of types are read; a link, and a page that could run a script, are not.
    """
    write(tmp_path)
    evidence = tmp_path / FOLDER / "evidence"
    (evidence / "page.html").write_text("<script>alert(1)</script>")
    (evidence / "secret.txt").symlink_to("/etc/hostname")
    edition = redact(load_repository(folder_snapshot(tmp_path)), Audience.INTERNAL, now=NOW)

    assert isinstance(edition, InternalEdition)
    (file,) = edition.incidents[0].evidence_files
    assert file.path == "evidence/zz18.txt"
    assert edition.read_file(f"{FOLDER}/{file.path}") == b"zz59 evidence\n"


WORDS = st.text(alphabet="abcdefgh", min_size=1, max_size=12)


@settings(max_examples=20, deadline=None)
@given(before=st.lists(WORDS, min_size=4, max_size=4), after=st.lists(WORDS, min_size=4, max_size=4))
def test_internal_changes_leave_the_public_edition(
    tmp_path_factory: pytest.TempPathFactory, before: list[str], after: list[str]
) -> None:
    """
    Repositories that differ only in internal matter give equal public editions.
    """

    def edition(words: list[str]) -> PublicEdition:
        name, title, person, note = words
        text = (
            INCIDENT.format(status="resolved", visibility="public")
            .replace("zz0-id", name)
            .replace("zz1 internal title", title)
            .replace("zz3-owner", person)
            .replace("zz28 note", note)
        )
        folder = f"incidents/2026/11/2026-11-02-{name}"
        return redact_for_the_public(
            write(
                tmp_path_factory.mktemp("repository"),
                {
                    "incidentrepo.yaml": POLICY.replace("Zz50", title),
                    f"{folder}/incident.yaml": text,
                    f"{folder}/public.md": PUBLIC,
                },
            ),
            now=NOW,
        )

    assert edition(before) == edition(after)


def test_planned_work_passes(tmp_path: Path) -> None:
    """
    Only what lies ahead of a build's time is told as to come; work that has begun is never passed.
    """
    head = (
        "schema_version: 1\nid: zz0-id\ntitle: Racks\nkind: maintenance\nstatus: open\nvisibility: public\n"
    )
    window = "planned_from: 2026-11-23T08:00:00Z\nplanned_until: 2026-11-23T10:00:00Z\n"

    def passed(text: str, now: datetime) -> bool:
        repository = write(tmp_path, {**FILES, f"{FOLDER}/incident.yaml": head + text})
        (told,) = redact_for_the_public(repository, now=now).incidents
        return told.has_passed

    assert not passed(window, NOW)
    assert passed(window, NOW + timedelta(days=2))
    assert not passed(window + "started_at: 2026-11-23T08:05:00Z\n", NOW + timedelta(days=2))
    assert not passed("", NOW)

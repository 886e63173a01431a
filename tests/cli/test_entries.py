import pytest

from incidentrepo.documents.reading import read_incident
from incidentrepo.model.incident import Incident
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Visibility
from incidentrepo.model.timeline import EntryKind, SeverityChange
from tests.cli.calling import call, succeed
from tests.cli.terminal import ask
from tests.git_repository import GitRepository

ID = "2026-11-22-checkout-answers-500"
FOLDER = f"incidents/2026/11/{ID}"
RECORD = f"{FOLDER}/incident.yaml"


def read(repository: GitRepository) -> Incident:
    reading = read_incident((repository.path / RECORD).read_bytes())
    assert reading.value is not None
    assert reading.problems == ()
    return reading.value


@pytest.fixture
def open_incident(incidents: GitRepository) -> GitRepository:
    """One incident, open since 09:14."""
    succeed(incidents.path, "declare", "Checkout answers 500", "-s", "SEV3")
    return incidents


@pytest.mark.parametrize(
    "text", ("a: b # c", "404", "null", "Grüße aus Köln", "Two\nlines", '"quoted"', "x" * 500)
)
def test_any_text_is_kept(open_incident: GitRepository, text: str) -> None:
    """
    What a person types is what is read again, whatever it would mean in YAML.
    """
    succeed(open_incident.path, "note", text)

    assert read(open_incident).timeline[-1].text == text


def test_a_note_without_its_text(open_incident: GitRepository) -> None:
    """
    One word that names the incident is a text forgotten.
    """
    ended = call(open_incident.path, "note", "checkout")

    assert ended.code == 2
    assert "the text is missing" in ended.err


def test_text_that_no_file_may_hold(open_incident: GitRepository) -> None:
    """
    A character that hides text is refused before anything is written.
    """
    ended = call(open_incident.path, "note", "harmless\u202etxt")

    assert ended.code == 2
    assert open_incident.git("status", "--porcelain") == ""


def test_severity_told_late(open_incident: GitRepository) -> None:
    """
    A severity told late takes its place; the one that was set after it stands, and it says so.
    """
    succeed(open_incident.path, "severity", "SEV1", "--reason", "All of them", now="2026-11-22T10:00:00Z")

    said = succeed(
        open_incident.path,
        *("severity", "sev2", "--reason", "One in ten", "--at", "09:30"),
        now="2026-11-22T10:05:00Z",
    )

    assert "was SEV2 then, was SEV3; since 2026-11-22T10:00:00Z it is SEV1" in said
    assert read(open_incident).severity is Severity.SEV1
    assert call(open_incident.path, "check").code == 0


def test_a_correction(open_incident: GitRepository) -> None:
    """
    A correction that somebody else confirms takes back what the wrong severity owed.
    """
    succeed(open_incident.path, "severity", "SEV1", "--reason", "All of them", now="2026-11-22T09:20:00Z")
    succeed(
        open_incident.path,
        *("severity", "SEV3", "--reason", "It was the test shop", "--correction", "--confirmed-by", "grace"),
        now="2026-11-22T09:25:00Z",
    )

    incident = read(open_incident)
    entry = incident.timeline[-1]
    assert isinstance(entry, SeverityChange)
    assert (entry.correction, entry.confirmed_by) == (True, "grace")
    assert incident.highest_severity is Severity.SEV3


@pytest.mark.parametrize(
    ("words", "message"),
    (
        (("severity", "SEV3", "--reason", "x"), "is SEV3 already"),
        (("severity", "SEV9", "--reason", "x"), "'SEV9' is no severity here"),
        (("owner", "ada-lovelace"), "ada-lovelace owns"),
        (("role", "commander"), "there is no ROLE=HANDLE"),
        (("role", "=ada"), "'=ada' gives no role"),
        (("set", "title"), "there is no FIELD=VALUE"),
        (("set", "status=closed"), "`set` does not change status"),
        (("set", "nonsense=1"), "nonsense"),
        (("set", "kind=fire"), "kind is 'fire'"),
        (("set", "impact.customers=many"), "customers"),
        (("set", "related.see_also=[a, b"), "see_also is '[a, b'"),
        (("update", "We are back", "--state", "fine"), "'--state'"),
    ),
)
def test_what_is_refused(open_incident: GitRepository, words: tuple[str, ...], message: str) -> None:
    """
    What changes nothing, or cannot stand in a record, is refused and leaves the record as it was.
    """
    before = (open_incident.path / RECORD).read_bytes()

    ended = call(open_incident.path, *words)

    assert ended.code == 2
    assert message in ended.err
    assert (open_incident.path / RECORD).read_bytes() == before


def test_the_commander_owns_it(open_incident: GitRepository) -> None:
    """
    Whoever commands sees it through, until somebody hands it over in so many words.
    """
    succeed(open_incident.path, "role", "commander=grace", "scribe=mary")
    assert (read(open_incident).owner, read(open_incident).responders) == (
        "grace",
        ("ada-lovelace", "grace", "mary"),
    )

    succeed(open_incident.path, "owner", "mary")
    succeed(open_incident.path, "role", "commander=joan")
    assert read(open_incident).owner == "mary"
    assert call(open_incident.path, "check").code == 0


def test_facts(open_incident: GitRepository) -> None:
    """
    Facts are set by their names, lists and numbers as in YAML, and taken out by an empty value.
    """
    succeed(
        open_incident.path,
        "set",
        "impact.customers=1200",
        "tags=[payments, shop]",
        "summary=It broke: all # of it",
    )
    assert read(open_incident).summary == "It broke: all # of it"
    succeed(open_incident.path, "set", "summary=", "contributing_factors=[The canary, The clock]")

    incident = read(open_incident)
    assert (incident.impact.customers, incident.tags, incident.summary) == (1200, ("payments", "shop"), "")
    assert incident.contributing_factors == ("The canary", "The clock")
    assert len(incident.timeline) == 6
    assert call(open_incident.path, "check").code == 0


def test_the_first_public_update(open_incident: GitRepository) -> None:
    """
    The first update for the world starts its page and publishes that; the second one asks for nothing.
    """
    said = succeed(
        open_incident.path,
        *("update", "We are on it", "--public", "--state", "investigating"),
        *("--public-title", "Some payments fail", "--slug", "payments"),
    )
    assert f"{ID} is public: /payments/." in said
    page = (open_incident.path / FOLDER / "public.md").read_text(encoding="utf-8")
    assert page == "---\ntitle: Some payments fail\nslug: payments\n---\n"
    assert open_incident.git("status", "--porcelain") == ""

    succeed(open_incident.path, "update", "We have found it", "--public", "--state", "identified")

    incident = read(open_incident)
    assert incident.visibility is Visibility.PUBLIC
    assert [update.text for update in incident.public_updates] == ["We are on it", "We have found it"]
    assert call(open_incident.path, "check").code == 0


def test_a_public_update_needs_a_title(open_incident: GitRepository) -> None:
    """
    Where nobody is there to ask, the option is named; nothing is told, and nothing written.
    """
    ended = call(open_incident.path, "update", "We are on it", "--public")

    assert ended.code == 2
    assert "--public-title" in ended.err
    assert read(open_incident).public_updates == ()


def test_a_public_update_is_asked_for_a_title(open_incident: GitRepository) -> None:
    """
    At a terminal the title and the address are asked for, with the internal title and why it is not taken.
    """
    shown = ask(open_incident.path, "update", "We are on it", "--public", typed="Some payments fail\n\n")

    assert "The world never sees that." in shown
    assert "Its address on the public site [some-payments-fail]" in shown
    assert (open_incident.path / FOLDER / "public.md").exists()


@pytest.mark.parametrize(
    ("options", "message"),
    (
        (("--public-title", "Some payments fail"), "of no use inside"),
        (("--public", "--public-title", "Ask grace@tern.example"), "an e-mail address"),
        (("--public", "--public-title", "Payments", "--slug", "../x"), "slug is '../x'"),
    ),
)
def test_a_title_that_cannot_stand(
    open_incident: GitRepository, options: tuple[str, ...], message: str
) -> None:
    """
    A title for nobody, one that gives something away, an address that is none: nothing is written.
    """
    ended = call(open_incident.path, "update", "We are on it", *options)

    assert message in ended.err
    assert not (open_incident.path / FOLDER / "public.md").exists()
    assert read(open_incident).timeline[-1].kind is not EntryKind.UPDATE


def test_a_draft_waits(open_incident: GitRepository) -> None:
    """
    A page that was drafted before is not published by an update: nobody has said that it is ready.
    """
    succeed(open_incident.path, "public", "draft", "--title", "Some payments fail")

    said = succeed(open_incident.path, "update", "We are on it", "--public")
    refused = call(open_incident.path, "update", "We are on it", "--public", "--public-title", "X")

    assert "the world reads it once you `incidentrepo publish" in said
    assert read(open_incident).visibility is Visibility.INTERNAL
    assert (refused.code, "has a public page already" in refused.err) == (2, True)


def test_times_on_ones_own_clock(open_incident: GitRepository) -> None:
    """
    A time is typed as on the clock on the wall, and kept as an instant.
    """
    succeed(open_incident.path, "set", "started_at=09:02", "detected_at=2026-11-22T10:10:00+01:00")

    times = read(open_incident).times
    assert (str(times.started_at), str(times.detected_at)) == (
        "2026-11-22T09:02:00Z",
        "2026-11-22T10:10:00+01:00",
    )


def test_another_kind_is_confirmed(open_incident: GitRepository) -> None:
    """
    Who else agreed that it was a near miss stays with the record.
    """
    succeed(open_incident.path, "set", "kind=near_miss", "--confirmed-by", "grace")

    assert "confirmed_by: grace" in (open_incident.path / RECORD).read_text(encoding="utf-8")
    assert call(open_incident.path, "check").code == 0


@pytest.mark.parametrize(
    ("assignment", "line"),
    (
        ("meet_at=the small room", "meet_at: the small room\n"),
        ("custom.reported_at=noon", "custom: {reported_at: noon}\n"),
        ("started_at=09:02", "started_at: 2026-11-22T09:02:00Z\n"),
    ),
)
def test_only_times_are_read_as_times(open_incident: GitRepository, assignment: str, line: str) -> None:
    """
    A clock is read where something happened; where people meet is a place, whatever the field is called.
    """
    succeed(open_incident.path, "set", assignment)

    assert line in (open_incident.path / RECORD).read_text(encoding="utf-8")

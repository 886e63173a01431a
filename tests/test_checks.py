from dataclasses import replace
from pathlib import Path

from incidentrepo.checks import check_change, check_repository
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.repository import Repository
from incidentrepo.rules import RULES
from tests.folders import FOLDER, ID, INCIDENT, NOW, RECORD, check, load

NOTE = "  - {{id: {id}, at: 2026-11-02T09:30:00Z, by: ada, entry: note, text: Seen.}}\n"
TIMELINE = "timeline:\n" + NOTE.format(id="t22222222") + NOTE.format(id="t33333333")
UNREASONED = "  - {id: t44444444, at: 2026-11-02T09:40:00Z, by: ada, entry: severity, from: SEV2, to: SEV2}\n"
STATUS = "status: open\nseverity: SEV2\n"


class Change:
    """Versions of one repository, each in its own folder, and what is new in the last of them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def version(self, *texts: str, **files: str) -> Repository:
        self._count += 1
        records = {INCIDENT: "".join(texts)} if texts else {}
        named = {path.replace("__", "."): text for path, text in files.items()}
        return load(self._folder / str(self._count), {**records, **named})


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, bool]]:
    return [(finding.rule, finding.subject, finding.is_old) for finding in findings]


def test_order(tmp_path: Path) -> None:
    """
    Findings come by file, line and column, each with its place.
    """
    other = "incidents/2026/11/2026-11-01-a/incident.yaml"
    findings = check(
        tmp_path,
        {INCIDENT: RECORD + "x: 1\n" + STATUS.replace("SEV2", "SEV9"), other: RECORD.replace(ID, "a")},
    )

    assert [(finding.path, finding.place and finding.place.line) for finding in findings] == [
        (other, 2),
        (INCIDENT, 5),
        (INCIDENT, 7),
    ]


def test_levels_of_the_policy(tmp_path: Path) -> None:
    """
    The policy sets a rule's level, or switches the rule off.
    """
    change = Change(tmp_path)
    repository = change.version(RECORD, STATUS, TIMELINE, UNREASONED)
    levels = {"severity-changed-without-reason": Level.NOTE}

    (finding,) = check_repository(
        replace(repository, policy=replace(repository.policy, levels=levels)), now=NOW
    )

    assert finding.level is Level.NOTE
    off = replace(repository.policy, levels=dict.fromkeys(levels, Level.OFF))
    assert check_repository(replace(repository, policy=off), now=NOW) == ()


def test_waiver(tmp_path: Path) -> None:
    """
    A finding that another person gave leave for is not told.
    """
    waiver = "waivers: [{rule: severity-changed-without-reason, reason: x, by: ada, approved_by: linus}]\n"

    assert check(tmp_path / "1", {INCIDENT: RECORD + STATUS + TIMELINE + UNREASONED + waiver}) == ()
    own = waiver.replace("linus", "ada")
    assert told(check(tmp_path / "2", {INCIDENT: RECORD + STATUS + TIMELINE + UNREASONED + own})) == [
        ("severity-changed-without-reason", "t44444444", False),
        ("waiver-without-second-person", "severity-changed-without-reason", False),
    ]


def test_waiver_that_has_run_out(tmp_path: Path) -> None:
    """
    Once its last day is over, what a waiver let off warns: a day that passes makes no error.
    """
    waiver = "waivers: [{rule: severity-changed-without-reason, reason: x, approved_by: linus, until: %s}]\n"
    findings = {
        day: check(tmp_path / day, {INCIDENT: RECORD + STATUS + TIMELINE + UNREASONED + waiver % day})
        for day in ("2026-11-22", "2026-11-23")
    }

    told = {day: [(each.rule, each.level) for each in found] for day, found in findings.items()}
    assert ("severity-changed-without-reason", Level.WARNING) in told["2026-11-22"]
    assert told["2026-11-23"] == []


def test_two_incidents_of_one_id(tmp_path: Path) -> None:
    """
    Of two incidents with one id each finding has its own place.
    """
    copy = "incidents/2026/11/2026-11-03-copy/incident.yaml"

    findings = check(tmp_path, {INCIDENT: RECORD, copy: RECORD})

    assert [(finding.rule, finding.path, finding.place and finding.place.line) for finding in findings] == [
        ("duplicate-id", copy, 2),
        ("id-differs-from-folder", copy, 2),
    ]


def test_only_what_is_new(tmp_path: Path) -> None:
    """
    What was wrong before is old, also after other lines moved; what came with the change is new.
    """
    change = Change(tmp_path)
    before = change.version(RECORD, STATUS, TIMELINE, UNREASONED)
    second = UNREASONED.replace("t44444444", "t55555555")
    after = change.version("# A comment.\n", RECORD, STATUS, TIMELINE, UNREASONED, second)

    assert told(check_change([before], after, now=NOW)) == [
        ("severity-changed-without-reason", "t44444444", True),
        ("severity-changed-without-reason", "t55555555", False),
    ]


def test_as_many_as_before(tmp_path: Path) -> None:
    """
    Findings that cannot be told apart are counted: a third of a kind of which there were two is new.
    """
    change = Change(tmp_path)
    bare = "  - {at: 2026-11-02T09:30:00Z, entry: note, text: Seen, colour: red}\n"
    before = change.version(RECORD, "timeline:\n", bare * 2)
    after = change.version(RECORD, "timeline:\n", bare * 3)
    rules = [rule for rule in RULES if rule.id == "schema-violation"]

    found = check_change([before], after, now=NOW, rules=rules)

    assert [finding.is_old for finding in found] == [True, True, False]


def test_same_on_both_sides(tmp_path: Path) -> None:
    """
    A change that changes nothing brings nothing.
    """
    change = Change(tmp_path)
    texts = (RECORD, STATUS, TIMELINE, UNREASONED)

    found = check_change([change.version(*texts)], change.version(*texts), now=NOW)

    assert [finding.is_old for finding in found] == [True]


def test_two_bases(tmp_path: Path) -> None:
    """
    With two bases, new is what neither had, and lost is what both had.
    """
    change = Change(tmp_path)
    first = change.version(RECORD, STATUS, TIMELINE, UNREASONED)
    second = change.version(RECORD, STATUS, "timeline:\n", NOTE.format(id="t22222222"))
    after = change.version(RECORD, STATUS, "timeline:\n", UNREASONED)

    assert told(check_change([first, second], after, now=NOW)) == [
        ("entry-deleted", "t22222222", False),
        ("severity-changed-without-reason", "t44444444", True),
    ]


def test_no_base(tmp_path: Path) -> None:
    """
    Against nothing at all everything is new, and nothing is lost.
    """
    after = Change(tmp_path).version(RECORD, STATUS, TIMELINE, UNREASONED)

    assert told(check_change([], after, now=NOW)) == [("severity-changed-without-reason", "t44444444", False)]


def test_renamed(tmp_path: Path) -> None:
    """
    An incident that keeps its old id as an alias is the same one: nothing is lost, old findings stay old.
    """
    change = Change(tmp_path)
    before = change.version(RECORD, STATUS, TIMELINE, UNREASONED)
    new = INCIDENT.replace(ID, "2026-11-02-checkout-outage")
    text = RECORD.replace(ID, "2026-11-02-checkout-outage") + f"aliases: [{ID}]\n" + STATUS
    after = change.version(**{new: text + "timeline:\n" + UNREASONED})

    assert told(check_change([before], after, now=NOW)) == [
        ("entry-deleted", "t22222222", False),
        ("entry-deleted", "t33333333", False),
        ("severity-changed-without-reason", "t44444444", True),
    ]


def test_deleted(tmp_path: Path) -> None:
    """
    An incident that is gone is told of by its name, at a file that is not there any more.
    """
    change = Change(tmp_path)

    (finding,) = check_change([change.version(RECORD)], change.version(), now=NOW)

    assert (finding.rule, finding.incident, finding.path, finding.level) == (
        "incident-deleted",
        ID,
        INCIDENT,
        Level.ERROR,
    )


def test_unreadable_after(tmp_path: Path) -> None:
    """
    A record that a change made unreadable is told as that, and not as deleted.
    """
    change = Change(tmp_path)

    found = check_change([change.version(RECORD)], change.version("id: [\n"), now=NOW)

    assert {finding.rule for finding in found} == {"unreadable-file"}
    assert not any(finding.is_old for finding in found)


def test_unreadable_before(tmp_path: Path) -> None:
    """
    A record that a change made readable brings only what is wrong with it now.
    """
    change = Change(tmp_path)

    assert check_change([change.version("id: [\n")], change.version(RECORD), now=NOW) == ()


def test_deleted_beside_a_broken_page(tmp_path: Path) -> None:
    """
    A broken page that stays behind does not hide that its incident is gone.
    """
    change = Change(tmp_path)
    page = {f"{FOLDER}/public.md": "---\ntitle: 7\n---\n"}

    found = check_change([change.version(RECORD, **page)], change.version(**page), now=NOW)

    assert "incident-deleted" in {finding.rule for finding in found if not finding.is_old}


def test_policy_of_the_base(tmp_path: Path) -> None:
    """
    Both sides are judged by the policy that the caller put in place, and by the candidate's people.
    """
    change = Change(tmp_path)
    record = RECORD + "owner: grace\n"
    before = change.version(record, people__yaml="ada: {name: Ada}\n")
    after = change.version(record, people__yaml="linus: {name: Linus}\n")

    assert told(check_change([before], after, now=NOW)) == [("unknown-person", "grace", True)]
    known = change.version(record, people__yaml="grace: {name: Grace}\n")
    assert check_change([before], known, now=NOW) == ()


def test_new_waiver(tmp_path: Path) -> None:
    """
    A waiver counts once it has been agreed: the change that brings it is judged without it.
    """
    change = Change(tmp_path)
    waiver = "waivers: [{rule: severity-changed-without-reason, reason: x, by: ada, approved_by: linus}]\n"
    bare = change.version(RECORD, STATUS, TIMELINE)
    agreed = change.version(RECORD, STATUS, TIMELINE, waiver)
    after = change.version(RECORD, STATUS, TIMELINE, UNREASONED, waiver)

    assert told(check_change([bare], after, now=NOW)) == [
        ("severity-changed-without-reason", "t44444444", False)
    ]
    assert check_change([agreed], after, now=NOW) == ()

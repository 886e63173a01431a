"""What pages other than its own show of an incident."""

from incidentrepo.model.edition import Account
from incidentrepo.model.incident import Link
from incidentrepo.model.incident_summary import PostmortemSummary
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.status import PostmortemStatus, Status
from incidentrepo.model.summarising import find_last_update, people_of, summarise_incident
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import EntryKind, Update
from tests.site.editions import incident, shown, summed

EARLY, LATE, UNDATED = (
    Update(
        kind=EntryKind.UPDATE, index=index, id=None, at=parse_time(at) if at else None, by="ada", text="word"
    )
    for index, at in enumerate(("2026-11-02T10:00:00Z", "2026-11-02T11:00:00Z", ""))
)


def test_people_of() -> None:
    """
    Everybody takes part once, whatever they did.
    """
    record = incident(owner="ada", declared_by="bob", roles={"commander": "ada"}, timeline=(EARLY,))

    assert people_of(record, Postmortem(status=PostmortemStatus.DRAFT, authors=("cleo",))) == (
        "ada",
        "bob",
        "cleo",
    )


def test_last_update() -> None:
    """
    The last word is the latest with a time, wherever it stands in the file.
    """
    assert find_last_update(incident(timeline=(LATE, EARLY, UNDATED))) == LATE
    assert find_last_update(incident(timeline=(UNDATED,))) is None


def test_updates_are_of_what_goes_on() -> None:
    """
    The last word is carried while it is on fire, and not through the years after.
    """
    assert summed(incident(timeline=(LATE,))).last_update == LATE
    assert summed(incident(timeline=(LATE,), status=Status.CLOSED)).last_update is None


def test_postmortem_and_accounts() -> None:
    """
    Of what people wrote, lists show who wrote it, and of a postmortem its first sentence.
    """
    one = summarise_incident(
        shown(
            postmortem=Postmortem(status=PostmortemStatus.FINAL, authors=("ada",), body="We saw. More."),
            accounts=(Account(author="cleo", text="I saw it."),),
        )
    )

    assert one.account_authors == ("cleo",)
    assert one.postmortem == PostmortemSummary(
        status=PostmortemStatus.FINAL, authors=("ada",), first_sentence="We saw."
    )


def test_addresses() -> None:
    """
    A link to the web stays what it is; any other may be another incident's name.
    """
    links = (Link(title="a", url="HTTPS://a.example"), Link(title="b", url="2026-11-01-b"))

    assert summed(incident(links=links)).addresses == ("2026-11-01-b",)

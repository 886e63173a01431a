from dataclasses import replace

from incidentrepo.search.likeness_index import LikenessIndex, Subject
from incidentrepo.search.likening import Likeness

CANARY = Subject(name="canary", words=frozenset({"checkout", "canary"}), labels=frozenset({"payments"}))
AGAIN = Subject(name="again", words=frozenset({"refunds", "canary"}), labels=frozenset({"payments"}))
DOOR = Subject(name="door", words=frozenset({"door", "canary"}), labels=frozenset({"office"}))
# So many share a tag that it leads nowhere by itself.
CROWD = tuple(
    Subject(name=f"crowd-{number}", words=frozenset({f"w{number}"}), labels=frozenset({"payments"}))
    for number in range(40)
)


def test_alike_and_why() -> None:
    """
    Two are alike that share a rare word and more; what they share is said, the rarest first.
    """
    index = LikenessIndex([CANARY, AGAIN, DOOR, *CROWD])

    assert index.find("canary") == (Likeness(incident="again", words=("canary", "payments")),)


def test_one_word_is_not_enough() -> None:
    """
    What shares one word alone is not alike, nor is what is not there at all.
    """
    index = LikenessIndex([CANARY, DOOR])

    assert index.find("door") == ()
    assert index.find("nowhere") == ()


def test_left_out() -> None:
    """
    What the page names already is not named again.
    """
    assert LikenessIndex([CANARY, AGAIN]).find("canary", without={"again"}) == ()


def test_fingerprint() -> None:
    """
    It changes with whatever may change the answer, and with nothing else.
    """
    before = LikenessIndex([CANARY, AGAIN, DOOR, *CROWD]).fingerprint("canary")
    elsewhere = replace(CROWD[0], words=frozenset({"other"}))
    changed = replace(AGAIN, words=frozenset({"canary", "checkout"}))

    def fingerprint(*subjects: Subject) -> str:
        return LikenessIndex(subjects).fingerprint("canary")

    assert fingerprint(CANARY, AGAIN, DOOR, elsewhere, *CROWD[1:]) == before
    assert fingerprint(CANARY, changed, DOOR, *CROWD) != before
    assert fingerprint(CANARY, DOOR, *CROWD) != before

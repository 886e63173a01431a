"""What whoever filed an incident is told."""

from collections.abc import Iterable

import pytest

from incidentrepo.changes.filing_answer import answer_declared, answer_refused, record_address
from incidentrepo.errors import UsageError
from incidentrepo.model.people import People, Person

FOLDER = "incidents/2026/11/2026-11-23-mail"
ISSUE = "https://github.com/acme/incidents/issues/1"
PEOPLE = People(
    by_handle={"ada": Person(handle="ada", name="Ada", logins=("ada-l",))},
    is_declared=True,
)


def answer(called: Iterable[str] | None, *, left_out: Iterable[str] = (), meet_at: str | None = None) -> str:
    return answer_declared(
        FOLDER, issue_url=ISSUE, called=called, people=PEOPLE, left_out=left_out, meet_at=meet_at
    )


def test_declared() -> None:
    """
    It says the id, where the record is, who was called by their account, and what was left out.
    """
    assert answer(["ada", "noor"], left_out=["The end."]) == (
        "This is now incident **2026-11-23-mail**: "
        f"[its record](https://github.com/acme/incidents/tree/HEAD/{FOLDER}).\n\n"
        "From here on the record counts: what you write here does not change it.\n\n"
        "Called to it: @ada-l, noor.\n\n"
        "Left out:\n\n- The end.\n"
    )


@pytest.mark.parametrize(
    ("meet_at", "said"),
    (
        (None, "Tell whoever looks after such things with you, now."),
        ("#inc-mail", "Say so at #inc-mail, now."),
    ),
)
def test_nobody(meet_at: str | None, said: str) -> None:
    """
    Where nobody was called it says so, and whom to tell; of what does not burn it says nothing.
    """
    assert f"Nobody else was called: no rotation and no tag names anybody. {said}" in answer(
        [], meet_at=meet_at
    )
    assert "called" not in answer(None)


def test_refused() -> None:
    """
    What to mend stands as code, in which no word of the error does anything.
    """
    assert answer_refused(UsageError("the title is empty", hint="say it")) == (
        "No incident was declared:\n\n    the title is empty\n    hint: say it\n\n"
        "Edit the issue, and it is tried again.\n"
    )


@pytest.mark.parametrize("part", ("issues", "-/issues", "-/work_items"))
def test_record_address(part: str) -> None:
    """
    The record is beside the issue, on either host.
    """
    address = record_address(f"https://host.example/acme/{part}/3", FOLDER)

    assert address.startswith("https://host.example/acme/")
    assert address.endswith(f"tree/HEAD/{FOLDER}")

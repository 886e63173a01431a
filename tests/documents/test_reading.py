import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.documents.reading import (
    FileKind,
    NewerSchemaError,
    Reading,
    locate,
    read_file,
    read_incident,
    read_postmortem,
    read_public_page,
)
from incidentrepo.model.incident import Incident
from incidentrepo.model.place import Place
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.public_page import PublicPage
from incidentrepo.model.status import PostmortemStatus
from incidentrepo.model.time import parse_time

RECORD = b"schema_version: 1\nid: x\ntitle: X\nkind: incident\n"


def test_incident() -> None:
    """
    A good record is an incident without problems.
    """
    assert read_incident(RECORD) == Reading(Incident(id="x", title="X"), ())


def test_postmortem() -> None:
    """
    A postmortem is its front matter and its body, which knows its line.
    """
    data = b"---\nstatus: final\nauthors: [ada]\nfinished_at: 2026-11-04\n---\n\nA cable.\n"

    assert read_postmortem(data) == Reading(
        Postmortem(
            status=PostmortemStatus.FINAL,
            authors=("ada",),
            finished_at=parse_time("2026-11-04"),
            body="\nA cable.\n",
            body_line=6,
        ),
        (),
    )


def test_public_page() -> None:
    """
    A public page is its front matter and its body.
    """
    data = b"---\ntitle: Checkout failed\nslug: checkout\n---\nSorry.\n"

    assert read_public_page(data) == Reading(
        PublicPage(title="Checkout failed", slug="checkout", body="Sorry.\n", body_line=5), ()
    )


def test_what_is_left_of_a_bad_record() -> None:
    """
    What the schema refuses is a problem; the rest is read all the same.
    """
    reading = read_incident(RECORD + b"severity: SEV9\nowner: grace\n")

    assert reading.value == Incident(id="x", title="X", owner="grace")
    assert [problem.pointer for problem in reading.problems] == [("severity",)]


def test_what_is_no_record() -> None:
    """
    What cannot be read at all has no value, and says why.
    """
    reading = read_incident(b"\xff")

    assert reading.value is None
    assert [problem.rule for problem in reading.problems] == ["unreadable-file"]


@pytest.mark.parametrize("version", ("2", "99999999999999999999"))
def test_newer(version: str) -> None:
    """
    A file for a later version of the tool is not judged by this one.
    """
    with pytest.raises(NewerSchemaError, match=rf"^schema_version {version} is newer than 1$"):
        read_incident(RECORD.replace(b"version: 1", f"version: {version}".encode()))


def test_locate() -> None:
    """
    A value is found in its file, in front matter as in YAML.
    """
    page = b"---\ntitle: X\nslug: x\n---\n"

    assert locate("a/public.md", page, ("slug",)) == Place(line=3, column=7)
    assert locate("a/incident.yaml", RECORD, ("title",)) == Place(line=3, column=8)


def test_many_places_in_one_file() -> None:
    """
    A file with hundreds of findings is read once to place them, not once for each.
    """
    entries = b"".join(b"  - {at: 2026-11-22, by: ada, entry: note, text: x}\n" for _ in range(1000))
    data = RECORD + b"timeline:\n" + entries

    def place(index: int) -> float:
        began = time.perf_counter()
        locate("incident.yaml", data, ("timeline", index, "text"))
        return time.perf_counter() - began

    once = place(0)

    assert sum(place(index) for index in range(1, 500)) < 100 * once


@given(st.sampled_from(FileKind), st.binary(max_size=200))
def test_any_bytes(kind: FileKind, data: bytes) -> None:
    """
    Whatever the bytes, there is a value or a problem.
    """
    reading = read_file(kind, data)

    assert reading.value is not None or reading.problems


@given(st.lists(st.tuples(st.integers(0, len(RECORD)), st.binary(max_size=4), st.integers(0, 4)), max_size=4))
def test_any_slip(slips: list[tuple[int, bytes, int]]) -> None:
    """
    However a good record is mistyped, there is a value or a problem.
    """
    data = RECORD
    for at, added, removed in slips:
        data = data[:at] + added + data[at + removed :]

    try:
        reading = read_incident(data)
    except NewerSchemaError:
        return

    assert reading.value is not None or reading.problems

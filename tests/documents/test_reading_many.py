import pytest

from incidentrepo.documents.reading import NewerSchemaError, read_incident
from incidentrepo.documents.reading_many import WORTH_A_POOL, read_files

RECORD = b"schema_version: 1\nid: x\ntitle: X\nkind: incident\n"


def test_many_at_once() -> None:
    """
    Files read on every core come back in their order, the same as one by one.
    """
    files = [
        (f"incidents/{number}/incident.yaml", RECORD.replace(b"title: X", b"title: X%d" % number))
        for number in range(WORTH_A_POOL + 1)
    ]

    readings = read_files(files)

    assert readings == [read_incident(data) for _, data in files]


def test_newer_among_many() -> None:
    """
    The one file that is too new is named, though another process read it.
    """
    files = [(f"{number}/incident.yaml", RECORD) for number in range(WORTH_A_POOL)]
    newer = ("new/incident.yaml", RECORD.replace(b"version: 1", b"version: 2"))

    with pytest.raises(NewerSchemaError, match=r"^new/incident\.yaml: schema_version 2 is newer than 1$"):
        read_files([*files, newer])

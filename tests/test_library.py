"""Other organisations' incidents: read like ours, and never taken for ours."""

from datetime import UTC, datetime

from incidentrepo.audience import redact
from incidentrepo.library import library_problems, load_library
from incidentrepo.model.edition import InternalEdition
from incidentrepo.model.status import Audience
from incidentrepo.repository import load_repository
from incidentrepo.store.folder import folder_snapshot
from tests.git_repository import GitRepository

POLICY = "organisation: {name: The Shop}\n"
BEAN = """\
schema_version: 1
id: 2023-04-17-wrong-bean
title: The wrong bean
kind: incident
severity: SEV1
status: resolved
source: {organisation: The Ring, url: "https://ring.example/bean", licence: CC BY 4.0}
"""


def test_what_is_read(repository: GitRepository) -> None:
    """
    A record in a source's folder is read with its postmortem; what lies higher up or cannot be read is not.
    """
    repository.write("incidentrepo.yaml", POLICY)
    repository.write("library/ring/2023/2023-04-17-wrong-bean/incident.yaml", BEAN)
    repository.write(
        "library/ring/2023/2023-04-17-wrong-bean/postmortem.md", "---\nstatus: final\n---\nLearned.\n"
    )
    repository.write("library/ring/notes/README.md", "No record.\n")
    repository.write("library/incident.yaml", BEAN)
    repository.write("library/ring/broken/incident.yaml", "title: [\n")

    (one,) = load_library(folder_snapshot(repository.path))

    assert one.folder == "library/ring/2023/2023-04-17-wrong-bean"
    assert one.incident.title == "The wrong bean"
    assert one.postmortem is not None
    assert one.postmortem.body == "Learned.\n"
    assert one.version


def test_what_cannot_be_read_is_told(repository: GitRepository) -> None:
    """
    What the pages leave out has its reason, by its file; what is no record has none, nor has our policy.
    """
    repository.write("incidentrepo.yaml", f"{POLICY}colour: red\n")
    repository.write("library/ring/broken/incident.yaml", "title: [\n")
    repository.write("library/ring/odd/incident.yaml", BEAN.replace("SEV1", "grave"))
    repository.write("library/ring/README.md", "No record.\n")
    repository.write("library/bean/incident.yaml", BEAN)
    repository.write("library/incident.yaml", BEAN)

    found = library_problems(folder_snapshot(repository.path))

    told = {path: [problem.rule for problem in problems] for path, problems in found.items()}
    assert told == {
        "library/bean/incident.yaml": ["unreadable-file"],
        "library/incident.yaml": ["unreadable-file"],
        "library/ring/broken/incident.yaml": ["unreadable-file"],
        "library/ring/odd/incident.yaml": ["schema-violation"],
    }


def test_it_owes_nothing(repository: GitRepository) -> None:
    """
    It is beside the organisation's incidents, not among them, and the world sees nothing of it.
    """
    repository.write("incidentrepo.yaml", POLICY)
    repository.write("library/ring/2023-04-17-wrong-bean/incident.yaml", BEAN)
    read = load_repository(folder_snapshot(repository.path))
    now = datetime(2026, 11, 22, 12, tzinfo=UTC)

    edition = redact(read, Audience.INTERNAL, now=now)

    assert isinstance(edition, InternalEdition)
    assert [one.incident.id for one in edition.library] == ["2023-04-17-wrong-bean"]
    assert edition.incidents == ()
    assert "bean" not in repr(redact(read, Audience.PUBLIC, now=now))

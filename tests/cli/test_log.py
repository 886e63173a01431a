"""`log`: the audit of one incident, whatever became of the policy."""

import pytest

from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository


@pytest.mark.parametrize("policy", (None, "a: ["))
def test_without_a_policy(incidents: GitRepository, policy: str | None) -> None:
    """
    What happened is told in UTC where no policy that can be read names a zone.
    """
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV3")
    (incidents.path / "incidentrepo.yaml").unlink()
    if policy is not None:
        incidents.write("incidentrepo.yaml", policy)

    told = succeed(incidents.path, "log", "mail")

    assert "  2026-11-22 09:14 +0000  Ada Lovelace  Declare 2026-11-22-mail-is-late: Mail is late\n" in told


def test_nothing_to_tell_of(incidents: GitRepository) -> None:
    """
    Before the first incident, the way to it is told.
    """
    ended = call(incidents.path, "log")

    assert (ended.code, ended.err) == (
        2,
        'error: there is no incident yet\nhint: incidentrepo declare "What is wrong" -s SEV3\n',
    )

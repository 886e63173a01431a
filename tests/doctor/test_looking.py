from pathlib import Path

import pytest

from incidentrepo.doctor.hosts import PushHost
from incidentrepo.doctor.looking import look
from incidentrepo.errors import NothingToCheck
from incidentrepo.store.clone import open_clone
from tests.git_repository import GitRepository

POLICY = "organisation: Acme\ntimezone: UTC\n"


@pytest.fixture
def acme(repository: GitRepository) -> GitRepository:
    """A large repository in use, with the records in a folder of it."""
    repository.write("ops/incidentrepo.yaml", POLICY)
    repository.commit()
    return repository


def root(repository: GitRepository) -> Path:
    return repository.path / "ops"


def test_little(acme: GitRepository) -> None:
    """
    Of a repository that has nothing but a policy, this is what is seen.
    """
    facts = look(open_clone(root(acme)))

    assert (facts.host, facts.branch, facts.default_branch) == (PushHost.NONE, "main", "main")
    assert (facts.hook, facts.owners_file, facts.unowned) == (None, None, ("ops/incidentrepo.yaml",))
    assert (facts.has_adopted, facts.is_bare, facts.is_shallow, facts.user) == (False, False, False, None)


def test_paths_count_from_the_top(acme: GitRepository) -> None:
    """
    CI and owners are those of the whole repository, whatever folder the records are in.
    """
    acme.write("CODEOWNERS", "/ops/*.yaml @acme/admins\n")
    acme.write("ops/people.yaml", "ada: {name: Ada}\n")
    acme.write(".gitlab-ci.yml", "script: incidentrepo -C ops check\n")

    facts = look(open_clone(root(acme)))

    assert (facts.owners_file, facts.unowned) == ("CODEOWNERS", (".gitlab-ci.yml",))


def test_gitlab_by_its_files(acme: GitRepository) -> None:
    """
    A server whose name does not say what it runs is known by the CI that is written for it.
    """
    acme.git("remote", "add", "origin", "git@git.acme.example:incidents.git")
    before = look(open_clone(root(acme))).host
    acme.write(".gitlab-ci.yml", "script: incidentrepo -C ops check\n")

    assert (before, look(open_clone(root(acme))).host) == (PushHost.OTHER, PushHost.GITLAB)


def test_somebody_unknown(acme: GitRepository) -> None:
    """
    Git's user is told of where people.yaml is there, and does not know them.
    """
    acme.write("ops/people.yaml", "grace: {name: Grace, emails: [grace@example.org]}\n")
    stranger = look(open_clone(root(acme))).user
    acme.git("config", "user.email", "Grace@example.org")

    assert (stranger, look(open_clone(root(acme))).user) == ("ada@example.org", None)


def test_no_policy(repository: GitRepository) -> None:
    """
    What is no incident repository is not looked at.
    """
    with pytest.raises(NothingToCheck):
        look(open_clone(repository.path))


def test_no_branch(acme: GitRepository) -> None:
    """
    CI checks out a commit and no branch; the branch is then what the policy says.
    """
    acme.git("checkout", "--quiet", "--detach")
    unnamed = look(open_clone(root(acme))).branch
    acme.write("ops/incidentrepo.yaml", f"{POLICY}branch: records\n")

    assert (unnamed, look(open_clone(root(acme))).branch) == ("HEAD", "records")


def test_where_the_world_reads(acme: GitRepository) -> None:
    """
    Whoever tells the world something has to say where; whoever tells it nothing need not.
    """
    before = look(open_clone(root(acme))).is_without_address
    acme.write("ops/incidents/2026/11/2026-11-02-a/public.md", "# A\n")
    told = look(open_clone(root(acme))).is_without_address
    acme.write("ops/incidentrepo.yaml", f"{POLICY}publishing: {{url: https://status.example.org}}\n")

    assert (before, told, look(open_clone(root(acme))).is_without_address) == (False, True, False)

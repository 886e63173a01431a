import pytest

from incidentrepo.doctor.hosts import Host, host_of


@pytest.mark.parametrize(
    ("address", "host"),
    (
        ("https://github.com/acme/incidents.git", Host.GITHUB),
        ("git@github.com:acme/incidents.git", Host.GITHUB),
        ("ssh://git@github.acme.example:22/acme/incidents", Host.GITHUB),
        ("https://ada:github@gitlab.com/acme/incidents.git", Host.GITLAB),
        ("https://gitlab.acme.example/github/incidents", Host.GITLAB),
        ("https://codeberg.org/acme/incidents", Host.GITEA),
        ("https://bitbucket.org/acme/incidents", Host.BITBUCKET),
        ("git@git.acme.example:incidents.git", Host.OTHER),
        ("/srv/git/github/incidents.git", Host.PLAIN),
        ("file:///srv/git/incidents.git", Host.PLAIN),
        ("../incidents.git", Host.PLAIN),
        ("", Host.NONE),
    ),
)
def test_host(address: str, host: Host) -> None:
    """
    A host is known by its server's name, and never by a path, a user or a password.
    """
    assert host_of(address) is host

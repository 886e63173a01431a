import pytest

from incidentrepo.doctor.hosts import PushHost, host_of, web_address


@pytest.mark.parametrize(
    ("address", "host"),
    (
        ("https://github.com/acme/incidents.git", PushHost.GITHUB),
        ("git@github.com:acme/incidents.git", PushHost.GITHUB),
        ("ssh://git@github.acme.example:22/acme/incidents", PushHost.GITHUB),
        ("https://ada:github@gitlab.com/acme/incidents.git", PushHost.GITLAB),
        ("https://gitlab.acme.example/github/incidents", PushHost.GITLAB),
        ("https://codeberg.org/acme/incidents", PushHost.GITEA),
        ("https://bitbucket.org/acme/incidents", PushHost.BITBUCKET),
        ("git@git.acme.example:incidents.git", PushHost.OTHER),
        ("/srv/git/github/incidents.git", PushHost.PLAIN),
        ("file:///srv/git/incidents.git", PushHost.PLAIN),
        ("../incidents.git", PushHost.PLAIN),
        ("", PushHost.NONE),
    ),
)
def test_host(address: str, host: PushHost) -> None:
    """
    A host is known by its server's name, and never by a path, a user or a password.
    """
    assert host_of(address) is host


@pytest.mark.parametrize(
    ("address", "web"),
    (
        ("https://github.com/acme/incidents.git", "https://github.com/acme/incidents"),
        ("https://ada:secret@gitlab.com/acme/sub/incidents/", "https://gitlab.com/acme/sub/incidents"),
        ("http://git.acme.example:8080/acme/incidents", "http://git.acme.example:8080/acme/incidents"),
        ("git@github.com:acme/incidents.git", "https://github.com/acme/incidents"),
        ("ssh://git@github.acme.example:22/acme/incidents", "https://github.acme.example/acme/incidents"),
        ("/srv/git/github/incidents.git", ""),
        ("file:///srv/git/incidents.git", ""),
        ('https://github.com/acme/"><script>', ""),
        ("", ""),
    ),
)
def test_web_address(address: str, web: str) -> None:
    """
    Where a browser finds it, without the password; nothing where the address does not tell.
    """
    assert web_address(address) == web

"""Which host a repository lives on, as its address tells."""

import re
from enum import StrEnum

# https://git-scm.com/docs/git-clone#URLS: `ssh://git@host:22/path`, and `git@host:path`.
_WITH_SCHEME = re.compile(r"(?P<scheme>[a-z+]+)://(?:[^@/]*@)?(?P<host>[^:/]*)")
_LIKE_SCP = re.compile(r"(?:[^@/:]*@)?(?P<host>[^/:]+):")


class Host(StrEnum):
    """Whose software takes the pushes."""

    GITHUB = "GitHub"
    GITLAB = "GitLab"
    GITEA = "Gitea or Forgejo"
    BITBUCKET = "Bitbucket"
    PLAIN = "a plain repository"
    OTHER = "a host that is not known here"
    NONE = "no other place"


_WORDS = {
    "github": Host.GITHUB,
    "gitlab": Host.GITLAB,
    "gitea": Host.GITEA,
    "forgejo": Host.GITEA,
    "codeberg": Host.GITEA,
    "bitbucket": Host.BITBUCKET,
}


def host_of(address: str) -> Host:
    """Return the host that a remote's address leads to; an organisation's own one by its name."""
    name = _server_name(address)
    if not name:
        return Host.PLAIN if address else Host.NONE
    return next((host for word, host in _WORDS.items() if word in name.casefold()), Host.OTHER)


def _server_name(address: str) -> str:
    found = _WITH_SCHEME.match(address) or _LIKE_SCP.match(address)
    return found["host"] if found else ""

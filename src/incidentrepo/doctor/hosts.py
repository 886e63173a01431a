"""Which host a repository lives on, as its address tells."""

import re
from enum import StrEnum

# https://git-scm.com/docs/git-clone#URLS: `ssh://git@host:22/path`, and `git@host:path`.
_WITH_SCHEME = re.compile(r"(?P<scheme>[a-z+]+)://(?:[^@/]*@)?(?P<host>[^:/]*)")
_IN_BROWSER = re.compile(
    r"(?:(?:(?P<web>https?)|ssh)://(?:[^@/]*@)?(?P<host>[\w.-]+)(?::(?P<port>[0-9]+))?/|(?:[^@/:]*@)?(?P<scp>[\w.-]+):)"
    r"(?P<path>[\w~][\w./~-]*?)(?:\.git)?/?",
    re.ASCII,
)
_LIKE_SCP = re.compile(r"(?:[^@/:]*@)?(?P<host>[^/:]+):")


class PushHost(StrEnum):
    """Whose software takes the pushes."""

    GITHUB = "GitHub"
    GITLAB = "GitLab"
    GITEA = "Gitea or Forgejo"
    BITBUCKET = "Bitbucket"
    PLAIN = "a plain repository"
    OTHER = "a host that is not known here"
    NONE = "no other place"


_WORDS = {
    "github": PushHost.GITHUB,
    "gitlab": PushHost.GITLAB,
    "gitea": PushHost.GITEA,
    "forgejo": PushHost.GITEA,
    "codeberg": PushHost.GITEA,
    "bitbucket": PushHost.BITBUCKET,
}


def host_of(address: str) -> PushHost:
    """Return the host that a remote's address leads to; an organisation's own one by its name."""
    name = _server_name(address)
    if not name:
        return PushHost.PLAIN if address else PushHost.NONE
    return next((host for word, host in _WORDS.items() if word in name.casefold()), PushHost.OTHER)


def web_address(address: str) -> str:
    """Return where a browser finds the repository of a remote's address; empty where that does not tell."""
    found = _IN_BROWSER.fullmatch(address)
    if not found:
        return ""
    # The port is git's own, unless it comes over the web too.
    port = f":{found['port']}" if found["web"] and found["port"] else ""
    return f"{found['web'] or 'https'}://{found['host'] or found['scp']}{port}/{found['path']}"


def _server_name(address: str) -> str:
    found = _WITH_SCHEME.match(address) or _LIKE_SCP.match(address)
    return found["host"] if found else ""

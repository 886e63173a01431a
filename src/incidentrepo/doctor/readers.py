"""Who can read what a host keeps beside the files."""

from incidentrepo.doctor.hosts import PushHost

_CLONE = (
    "every record and its whole history",
    "whoever may clone the repository, whatever `visibility` says",
)
_SERVER = ("the internal site", "whoever reaches the server that you put it on: it has no log-in of its own")

READERS: dict[PushHost, tuple[tuple[str, str], ...]] = {
    PushHost.GITHUB: (
        _CLONE,
        (
            "logs, annotations, job summaries and artifacts",
            "whoever may read the repository; on a public one, everybody who is signed in",
        ),
        ("Pages", "the whole world, of a private repository too, outside of Enterprise Cloud"),
    ),
    PushHost.GITLAB: (
        _CLONE,
        (
            "job logs and artifacts",
            "project members; on a public project everybody, unless project-based pipeline visibility is off",
        ),
        (
            "Pages",
            "whom Settings > General > Visibility > Pages says; see that it is no wider than you think",
        ),
    ),
    PushHost.GITEA: (_CLONE, ("logs and artifacts of actions", "whoever may read the repository"), _SERVER),
    PushHost.BITBUCKET: (
        _CLONE,
        ("logs and artifacts of pipelines", "whoever may read the repository"),
        _SERVER,
    ),
    PushHost.PLAIN: (_CLONE, _SERVER),
    PushHost.OTHER: (_CLONE, _SERVER),
    PushHost.NONE: (_CLONE, _SERVER),
}

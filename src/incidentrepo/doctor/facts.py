"""What was seen of a repository, before anybody judges it."""

from dataclasses import dataclass

from incidentrepo.doctor.hosts import PushHost


@dataclass(frozen=True, slots=True, kw_only=True)
class HostAnswer:
    """What the host itself said; `required` names the checks without which nothing is merged."""

    is_public: bool
    required: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CiFiles:
    """
    What the host's CI is told to do, by the paths of its files.

    `unpinned` are the actions that a check uses and that somebody else could change under it.
    """

    checks: tuple[str, ...] = ()
    deadlines: tuple[str, ...] = ()
    scheduled: tuple[str, ...] = ()
    unpinned: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FormFile:
    """
    The form in which people without a clone file.

    `differs_in` are the severities of which it does not say what the policy says; `is_led_to` tells whether
    the policy names the host, so that the internal site leads there.
    """

    path: str
    differs_in: tuple[str, ...]
    is_led_to: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """
    One repository as it is on this machine.

    `hook` is the file that calls us before a commit, or before a push is taken in a bare repository.
    `is_without_address` tells that the world is told something at an address that the policy does not name.
    `user` is git's user where people.yaml does not know them. `answer` is None where the host was not
    asked.
    """

    host: PushHost
    branch: str
    default_branch: str
    is_bare: bool
    is_shallow: bool
    has_adopted: bool
    hook: str | None
    ci: CiFiles
    owners_file: str | None
    unowned: tuple[str, ...]
    user: str | None
    is_signing: bool
    is_without_address: bool = False
    form: FormFile | None = None
    answer: HostAnswer | None = None

"""What the host itself says of its gates, asked through its own program."""

from collections.abc import Callable, Iterator
from urllib.parse import quote

from incidentrepo.doctor.facts import HostAnswer
from incidentrepo.doctor.hosts import PushHost
from incidentrepo.errors import StoreError, UsageError

PIPELINE = "the whole pipeline"
"""What GitLab requires, which knows no single checks."""

Ask = Callable[[str, str], object | None]
"""A program and a path of the host's API: what it answers, None where there is no such thing."""


def ask(host: PushHost, branch: str, ask_host: Ask) -> HostAnswer:
    """Return what the host says of `branch`; raise UsageError for a host that has no program we know."""
    name = quote(branch, safe="")
    match host:
        case PushHost.GITHUB:
            return _ask_github(name, ask_host)
        case PushHost.GITLAB:
            return _ask_gitlab(name, ask_host)
        case _:
            raise UsageError(
                f"{host} cannot be asked", hint="leave out --ask-host; its settings pages show it"
            )


def _ask_github(branch: str, ask_host: Ask) -> HostAnswer:
    # gh fills in `{owner}` and `{repo}` from the remote: https://cli.github.com/manual/gh_api
    about = _require(ask_host("gh", "repos/{owner}/{repo}"))
    rules = ask_host("gh", f"repos/{{owner}}/{{repo}}/rules/branches/{branch}")
    known = _mapping(ask_host("gh", f"repos/{{owner}}/{{repo}}/branches/{branch}"))
    protection = _mapping(_mapping(known.get("protection")).get("required_status_checks"))
    classic = [str(name) for name in _list(protection.get("contexts"))]
    required = {*classic, *_checks_of_rules(rules)}
    return HostAnswer(is_public=about.get("visibility") == "public", required=tuple(sorted(required)))


def _checks_of_rules(rules: object) -> Iterator[str]:
    for rule in map(_mapping, _list(rules)):
        if rule.get("type") == "required_status_checks":
            checks = _list(_mapping(rule.get("parameters")).get("required_status_checks"))
            yield from (str(_mapping(check).get("context")) for check in checks)


def _ask_gitlab(branch: str, ask_host: Ask) -> HostAnswer:
    # glab fills in `:id` from the remote: https://docs.gitlab.com/cli/api/
    about = _require(ask_host("glab", "projects/:id"))
    protected = _mapping(ask_host("glab", f"projects/:id/protected_branches/{branch}"))
    pushers = [_mapping(level).get("access_level") for level in _list(protected.get("push_access_levels"))]
    # 0: nobody. Who may push to the branch passes the merge request, and its pipeline, by.
    holds = about.get("only_allow_merge_if_pipeline_succeeds") is True and pushers == [0]
    return HostAnswer(is_public=about.get("visibility") == "public", required=(PIPELINE,) if holds else ())


def _require(answer: object) -> dict[str, object]:
    if not isinstance(answer, dict):
        raise StoreError("the host does not know this repository", hint="may you read it there?")
    return answer


def _mapping(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []

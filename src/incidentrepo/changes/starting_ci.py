"""A repository's first CI: the files that its host reads, at the top of it, wherever the records live."""

import json
import re
from collections.abc import Callable, Iterable, Mapping

from incidentrepo import __version__
from incidentrepo.changes.ci_templates import fill_template
from incidentrepo.changes.starting import Start
from incidentrepo.errors import UsageError
from incidentrepo.model.filing_form import FORM_FILE, TEMPLATE_FILE
from incidentrepo.model.host import Host
from incidentrepo.model.policy import SeverityPolicy

# These go into YAML, into shell variables and into patterns of paths, where others would mean something.
_PLAIN = re.compile(r"[A-Za-z0-9_.][A-Za-z0-9_.-]*(/[A-Za-z0-9_.][A-Za-z0-9_.-]*)*")
_OWNER = re.compile(r"@[A-Za-z0-9][\w.-]*(/[\w.-]+)*|[\w.+-]+@[\w-]+(\.[\w-]+)+", re.ASCII)
_NOBODY = "@your-organisation/administrators"


# Where each file goes, from the template that makes it.
_GITHUB_FILES = {
    ".github/dependabot.yml": "github/dependabot.yml",
    ".github/incidentrepo.txt": "github/incidentrepo.txt",
    ".github/workflows/incidents.yml": "github/incidents.yml",
    FORM_FILE: "github/issue_form.yml",
    ".github/workflows/incidents-from-issues.yml": "github/incidents-from-issues.yml",
    ".github/workflows/incidents-deadlines.yml": "github/incidents-deadlines.yml",
    ".github/workflows/incidents-internal-site.yml": "github/incidents-internal-site.yml",
    ".github/workflows/incidents-public-site.yml": "github/incidents-public-site.yml",
}
_GITLAB_FILES = {
    ".gitlab-ci.yml": "gitlab/gitlab-ci.yml",
    ".gitlab/incidentrepo.yml": "gitlab_jobs.yml",
    TEMPLATE_FILE: "gitlab/issue_template.md",
}
_FILES = {Host.GITHUB: _GITHUB_FILES, Host.GITLAB: _GITLAB_FILES}

# A host takes the first of these that is there; a new one goes into the host's own folder.
# https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners
# https://docs.gitlab.com/user/project/codeowners/#codeowners-file
_OWNERS_PLACES = {
    Host.GITHUB: (".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"),
    Host.GITLAB: ("CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"),
}
_OWN_FOLDER = {Host.GITHUB: ".github", Host.GITLAB: ".gitlab"}


def start_ci(
    host: Host,
    *,
    root: str,
    branch: str,
    administrators: tuple[str, ...],
    severities: Iterable[SeverityPolicy],
    is_there: Callable[[str], bool],
) -> Start:
    """
    Return what sets up the host's CI, by paths from the top; what `is_there` is never written.

    `root` is the folder of the records, empty at the top. `administrators` own what decides how changes
    are judged; the form asks for `severities`. Raises UsageError on names that would mean something else
    in the host's files.
    """
    _refuse_odd_names(root, branch, administrators)
    words = {**_words(host, root, branch), **_words_of_form(host, tuple(severities))}
    wanted = {path: fill_template(template, words) for path, template in _FILES[host].items()}
    wanted[_owners_path(host, is_there)] = _owners(host, root, administrators)
    return Start(
        files={path: text.encode() for path, text in wanted.items() if not is_there(path)},
        to_add={path: text for path, text in wanted.items() if is_there(path)},
    )


def _refuse_odd_names(root: str, branch: str, administrators: tuple[str, ...]) -> None:
    for kind, name in (("folder", root), ("branch", branch)):
        if name and not _PLAIN.fullmatch(name):
            hint = "in CI it has to be of letters, digits, `.`, `_` and `-`; rename it, or leave out `--ci`"
            raise UsageError(f"the {kind} is called {name!r}", hint=hint)
    for owner in administrators:
        if not _OWNER.fullmatch(owner):
            raise UsageError(
                f"{owner!r} is nobody that a CODEOWNERS file can name",
                hint="write --administrators @name, @organisation/team, or an e-mail address",
            )


def _words(host: Host, root: str, branch: str) -> Mapping[str, str]:
    paths = [f"{root}/**", ".github/workflows/incidents*.yml", ".github/incidentrepo.txt"]
    listed = "".join(f'\n      - "{path}"' for path in paths)
    words = {"ROOT": f'"{root or "."}"'}
    if host is Host.GITHUB:
        return {**words, "BRANCH": f'"{branch}"', "PATHS": f"\n    paths:{listed}" if root else ""}
    return {**words, "STAGE": "test", "IMAGE": "python:3.13", "REQUIREMENT": f"incidentrepo=={__version__}"}


def _words_of_form(host: Host, severities: tuple[SeverityPolicy, ...]) -> Mapping[str, str]:
    """Return how the form asks how bad it is; by severity, as what it owes may change and the form not."""
    known = ", ".join(f"{one.severity} ({one.label})" for one in severities)
    asked = f"{known}. Not sure? Take the worse of the two; it can be lowered later."
    if host is Host.GITLAB:
        # In a comment of Markdown, which a label may not end.
        return {"SEVERITIES": asked.replace("--", "- -")}
    least = severities[-1].severity.value if severities else ""
    return {"SEVERITIES": json.dumps(asked, ensure_ascii=False), "LEAST": json.dumps(least)}


def _owners_path(host: Host, is_there: Callable[[str], bool]) -> str:
    own = f"{_OWN_FOLDER[host]}/CODEOWNERS"
    return next((path for path in _OWNERS_PLACES[host] if is_there(path)), own)


def _owners(host: Host, root: str, administrators: tuple[str, ...]) -> str:
    """Return the lines of CODEOWNERS; of several that match a file, the last one counts."""
    folder = f"/{root}/" if root else "/"
    paths = [f"{folder}incidentrepo.yaml", f"{folder}people.yaml", f"/{_OWN_FOLDER[host]}/"]
    if host is Host.GITLAB:
        paths.append("/.gitlab-ci.yml")
    mark = "" if administrators else "# "
    owners = " ".join(administrators) or _NOBODY
    lines = [f"{mark}{path} {owners}" for path in paths]
    head = "# Who has to agree when that changes by which changes of incidents are judged."
    if not administrators:
        head += "\n# Name them and take the marks away: until then nobody has to."
    return "\n".join([head, *lines, ""])

"""Look at a repository, without asking anybody else."""

from pathlib import Path

from incidentrepo.config.loading import PEOPLE_FILE, POLICY_FILE, Config, load_config
from incidentrepo.doctor.ci import read_ci
from incidentrepo.doctor.facts import CiFiles, Facts
from incidentrepo.doctor.form import read_form
from incidentrepo.doctor.hosts import PushHost, host_of
from incidentrepo.doctor.owners import OWNERS_PLACES, unowned
from incidentrepo.errors import StoreError
from incidentrepo.store.branches import default_branch
from incidentrepo.store.clone import Clone, root_folder
from incidentrepo.store.commits import commit_snapshot
from incidentrepo.store.disk import DiskFiles
from incidentrepo.store.hooks import read_hook
from incidentrepo.store.identity import current_user
from incidentrepo.store.remotes import read_setting, remote_address

_FRAMEWORK = ".pre-commit-config.yaml"


def look(clone: Clone) -> Facts:
    """Return what this machine shows of the repository; raise NothingToCheck where it has no policy."""
    config = _load_config(clone)
    top = DiskFiles(clone.work_tree) if clone.work_tree else None
    ci = read_ci(top) if top else CiFiles()
    owners_file, bare_paths = _look_at_owners(top, clone, ci) if top else (None, ())
    default = _default_branch(clone, config.policy.branch)
    return Facts(
        host=_find_host(clone, ci),
        branch=config.policy.branch or default,
        default_branch=default,
        is_bare=clone.work_tree is None,
        is_shallow=clone.is_shallow,
        has_adopted=config.policy.adopted_at is not None,
        hook=_find_hook(clone, top),
        ci=ci,
        owners_file=owners_file,
        unowned=bare_paths,
        user=_unknown_user(clone, config),
        is_signing=read_setting(clone, "commit.gpgSign").casefold() in {"true", "1", "yes", "on"},
        is_without_address=not config.policy.publishing.url and _has_public_page(clone),
        form=read_form(top, config.policy) if top else None,
    )


def _default_branch(clone: Clone, named: str | None) -> str:
    try:
        return default_branch(clone)
    except StoreError:
        # CI checks out a commit and no branch, in a clone that knows of no default.
        return named or "HEAD"


def _load_config(clone: Clone) -> Config:
    if clone.work_tree is None:
        return load_config(commit_snapshot(clone, "HEAD"))
    return load_config(DiskFiles(root_folder(clone)))


def _find_host(clone: Clone, ci: CiFiles) -> PushHost:
    host = PushHost.NONE if clone.work_tree is None else host_of(remote_address(clone))
    # A firm's own server need not say in its name what it runs.
    if host is PushHost.OTHER and any(path.startswith(".gitlab") for path in ci.checks):
        return PushHost.GITLAB
    return host


def _look_at_owners(top: DiskFiles, clone: Clone, ci: CiFiles) -> tuple[str | None, tuple[str, ...]]:
    paths = [f"{clone.root}{POLICY_FILE}", *ci.checks]
    if (Path(root_folder(clone)) / PEOPLE_FILE).is_file():
        paths.append(f"{clone.root}{PEOPLE_FILE}")
    for place in OWNERS_PLACES:
        try:
            return place, unowned(top.read_file(place).decode("utf-8", "replace"), paths)
        except KeyError:
            continue
    return None, tuple(paths)


def _find_hook(clone: Clone, top: DiskFiles | None) -> str | None:
    path, text = read_hook(clone)
    if "incidentrepo" in text:
        return str(path)
    # The hook of the pre-commit framework runs what its settings name: https://pre-commit.com
    return _FRAMEWORK if top and "pre-commit" in text and _names_us(top) else None


def _names_us(top: DiskFiles) -> bool:
    try:
        return b"incidentrepo" in top.read_file(_FRAMEWORK)
    except KeyError:
        return False


def _has_public_page(clone: Clone) -> bool:
    return clone.work_tree is not None and any(root_folder(clone).glob("incidents/*/*/*/public.md"))


def _unknown_user(clone: Clone, config: Config) -> str | None:
    try:
        email = current_user(clone).email
    except StoreError:
        return "nobody"
    is_known = not config.people.is_declared or config.people.find_by_email(email)
    return None if is_known else email

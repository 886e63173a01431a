import pytest

from tests.gates.conftest import TODAY
from tests.gates.records import OPEN_ID, OPEN_TEXT, folder
from tests.gates.world import Proposal, World
from tests.git_repository import GitRepository

HOME = folder(OPEN_ID)


def put(repository: GitRepository, path: str, *, mode: str = "100644", content: str = "x\n") -> str:
    """Commit one file more on top of `main`, whatever git's index would say of its path."""
    if mode == "160000":
        entry = repository.git("rev-parse", "main").strip()
    else:
        (repository.path.parent / "content").write_text(content, encoding="utf-8")
        entry = repository.git("hash-object", "-w", str(repository.path.parent / "content")).strip()
    kind = "commit" if mode == "160000" else "blob"
    *parents, name = path.split("/")
    for depth in range(len(parents), -1, -1):
        entry = put_into(repository, "/".join(parents[:depth]), f"{mode} {kind} {entry}\t{name}")
        mode, kind, name = "040000", "tree", parents[depth - 1] if depth else ""
    return repository.git("commit-tree", "-p", "main", "-m", "Evil", entry).strip()


def put_into(repository: GitRepository, parent: str, entry: str) -> str:
    """Return the tree of `parent` on `main` with this entry, in place of one of that name."""
    name = entry.partition("\t")[2]
    listed = repository.git("ls-tree", "-z", f"main:{parent}") if is_there(repository, parent) else ""
    others = [line for line in listed.split("\0")[:-1] if line.partition("\t")[2] != name]
    (repository.path.parent / "tree").write_bytes("".join(f"{line}\0" for line in (*others, entry)).encode())
    return repository.git("-c", "alias.x=!git mktree -z --missing <../tree", "x").strip()


def is_there(repository: GitRepository, parent: str) -> bool:
    # No tree of `main` has such a name; git would take it for a way.
    return ".." not in parent and (not parent or bool(repository.git("ls-tree", "-d", "main", "--", parent)))


@pytest.mark.parametrize(
    ("path", "mode", "rule"),
    (
        (f"{HOME}/incident.yaml", "120000", "unreadable-file"),
        (f"{HOME}/postmortem.md", "120000", "unreadable-file"),
        (f"{HOME}/evidence", "120000", "unreadable-file"),
        (f"{HOME}/evidence/other", "160000", "unreadable-file"),
        ("incidents", "120000", "incident-deleted"),
        (f"{HOME}/../../../../../escaped", "100644", None),
        (f"{HOME}/.git/hooks/post-checkout", "100755", None),
        (f"{HOME}/evidence/line\nbreak", "100644", "hidden-character-in-name"),
        (f"{HOME}/evidence/--output=x", "100644", None),
        ("incidents/2026/11/2026-11-20---output=x/incident.yaml", "100644", "schema-violation"),
        ("incidents/2026/11/2026-11-02-CHECKOUT-errors/incident.yaml", "100644", "duplicate-id"),
        ("incidents/undated/../2026-11-20-x/incident.yaml", "100644", "unreadable-file"),
    ),
)
def test_evil_path(path: str, mode: str, rule: str | None, worlds: dict[str, World]) -> None:
    """
    What a path, a mode or a name could lead out with is refused at its rule, or harmless, at a real hook.
    """
    world = worlds[TODAY]
    is_record = path.endswith("incident.yaml")
    content = OPEN_TEXT.replace(f"id: {OPEN_ID}", f"id: {path.split('/')[-2]}") if is_record else "x\n"
    commit = put(world.clone, path, mode=mode, content="/etc/passwd" if mode == "120000" else content)

    verdict = world.push(Proposal(commit=commit, merged=commit))

    assert verdict.passes if rule is None else rule in verdict.rules, verdict
    assert not list(world.server.path.parent.glob("**/*escaped*"))

import pytest

from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository

FOLDER = "incidents/2026/11/2026-11-22-mail-is-late"


@pytest.fixture
def resolved(incidents: GitRepository) -> GitRepository:
    """A resolved SEV2."""
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV2", "-t", "press")
    succeed(incidents.path, "resolve")
    return incidents


def read(repository: GitRepository, name: str) -> str:
    return (repository.path / FOLDER / name).read_text(encoding="utf-8")


def test_a_postmortem_from_its_template(resolved: GitRepository) -> None:
    """
    What a SEV2 owes starts from the full template, with guidance for whoever writes.
    """
    succeed(resolved.path, "postmortem", "new")

    text = read(resolved, "postmortem.md")
    assert text.startswith(
        "---\nstatus: draft\nauthors: [ada-lovelace]\n---\n\n<!-- Look for what made it possible"
    )
    assert "## What went well\n\n<!-- " in text
    assert call(resolved.path, "check").code == 0


def test_a_template_that_a_tag_chooses(resolved: GitRepository) -> None:
    """
    A tag may bring its own template.
    """
    resolved.write("tags.yaml", "press:\n  description: Papers.\n  template: people-and-press\n")

    succeed(resolved.path, "postmortem", "new")

    assert "## What we said and when" in read(resolved, "postmortem.md")


def test_our_templates_where_there_are_none(resolved: GitRepository) -> None:
    """
    Without templates of their own, people write in ours.
    """
    resolved.git("rm", "-rq", "templates")

    succeed(resolved.path, "postmortem", "new", "--template", "one-sentence")

    assert "One sentence is a postmortem" in read(resolved, "postmortem.md")


def test_no_such_template(resolved: GitRepository) -> None:
    """
    A template that nobody knows is refused with those that are there.
    """
    ended = call(resolved.path, "postmortem", "new", "--template", "../../incidentrepo")

    assert ended.code == 2
    assert "full.md" in ended.err


def test_nothing_written(resolved: GitRepository) -> None:
    """
    A template alone is no postmortem.
    """
    succeed(resolved.path, "postmortem", "new")

    ended = call(resolved.path, "postmortem", "finish")

    assert ended.code == 1
    assert "nothing is written in" in ended.err


@pytest.mark.parametrize(
    ("written", "sections", "refused"),
    (("Impact: TBD\n", "", "'TBD' is still in"), ("Slow.\n", ", sections: [Impact]", "no section 'Impact'")),
)
def test_not_finished(resolved: GitRepository, written: str, sections: str, refused: str) -> None:
    """
    What check would say of it once it is final is said at the moment of finishing, and nothing changes.
    """
    policy = (resolved.path / "incidentrepo.yaml").read_text(encoding="utf-8").split("severities:")[0]
    resolved.write("incidentrepo.yaml", f"{policy}severities: {{SEV2: {{label: Major{sections}}}}}\n")
    succeed(resolved.path, "postmortem", "new", "--template", "one-sentence")
    draft = read(resolved, "postmortem.md") + written
    resolved.write(f"{FOLDER}/postmortem.md", draft)

    ended = call(resolved.path, "postmortem", "finish")

    assert ended.code == 1
    assert refused in ended.err
    assert read(resolved, "postmortem.md") == draft


def test_remarks(resolved: GitRepository) -> None:
    """
    What a final postmortem had better say besides is told, and stands in nobody's way.
    """
    succeed(resolved.path, "postmortem", "new", "--template", "one-sentence")
    written = read(resolved, "postmortem.md") + "Slow.\n\n- [ ] Ask the bank\n\n## Luck\n"
    resolved.write(f"{FOLDER}/postmortem.md", written)

    ended = call(resolved.path, "postmortem", "finish")

    assert "Nothing is written under 'Luck'" in ended.err
    assert "'Ask the bank' is left open" in ended.err


def test_made_final(resolved: GitRepository) -> None:
    """
    Guidance goes, what people wrote stays, and the front matter says when it was finished.
    """
    succeed(resolved.path, "postmortem", "new", "--template", "one-sentence")
    resolved.write(f"{FOLDER}/postmortem.md", read(resolved, "postmortem.md") + "\nThe queue was full.\n")

    succeed(resolved.path, "postmortem", "finish", now="2026-11-22T10:00:00Z")

    text = read(resolved, "postmortem.md")
    assert text.startswith(
        "---\nstatus: final\nauthors: [ada-lovelace]\nfinished_at: 2026-11-22T10:00:00Z\n---\n"
    )
    assert text.endswith("\n\nThe queue was full.\n")
    assert "<!--" not in text

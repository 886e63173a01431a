"""Nothing that the world must not know is told by a command."""

import pytest

from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository

FOLDER = "incidents/2026/11/2026-11-22-mail-is-late"
POLICY = """\
schema_version: 1
organisation: {name: Tern Parcels}
timezone: UTC
publishing:
  denied_terms: [Kestrel]
"""
PAGE = "---\ntitle: Late mail\nslug: late-mail\n---\n\nMail came late.\n"

LEAKS = (
    ("password=NotReal26", "a password", "revoke it"),
    ("10.3.0.17", "an address of a private network", "not what it is called"),
    ("grace@tern.example", "an e-mail address", 'say "we"'),
    ("Kes**trel**", "a term that the policy denies", "not who"),
    ("2026-11-22-mail-is-late", "an incident's own id", "the page that the world knows"),
)


@pytest.fixture
def secretive(repository: GitRepository) -> GitRepository:
    """An incident under a policy that denies a customer's name, with a page that says something."""
    repository.write("incidentrepo.yaml", POLICY)
    repository.commit("Begin")
    succeed(repository.path, "declare", "Mail is late", "-s", "SEV2")
    repository.write(f"{FOLDER}/public.md", PAGE)
    return repository


def read(repository: GitRepository, name: str) -> str:
    return (repository.path / FOLDER / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("leak", "what", "hint"), LEAKS)
def test_a_leak_is_not_published(secretive: GitRepository, leak: str, what: str, hint: str) -> None:
    """
    What the world must not know is refused at its line and column, and not repeated.
    """
    page = f"{read(secretive, 'public.md')}\n<!-- {leak}\n{leak} --> It was {leak}.\n"
    secretive.write(f"{FOLDER}/public.md", page)

    ended = call(secretive.path, "publish")

    column = page.splitlines()[8].rindex(leak.removeprefix("password=")) + 1
    assert ended.code == 1
    assert ended.err.startswith(f"error: {FOLDER}/public.md:9:{column}: the world would read {what}\nhint: ")
    assert hint in ended.err
    assert leak not in (ended.err + ended.out).replace(FOLDER, "")
    assert "visibility" not in read(secretive, "incident.yaml")


@pytest.mark.parametrize(("leak", "what", "hint"), LEAKS)
def test_a_leak_is_not_told(secretive: GitRepository, leak: str, what: str, hint: str) -> None:
    """
    An update for the world is refused likewise; one for those inside is not.
    """
    before = read(secretive, "incident.yaml")

    ended = call(secretive.path, "update", f"It was {leak}", "--public")

    assert (ended.code, hint in ended.err) == (1, True)
    assert "error: text:1:" in ended.err
    assert f": the world would read {what}\n" in ended.err
    assert leak not in ended.err + ended.out
    assert read(secretive, "incident.yaml") == before
    succeed(secretive.path, "update", f"It was {leak}")


@pytest.mark.parametrize("name", ("Ada Lovelace", "ada-lovelace"))
def test_who_took_part(secretive: GitRepository, name: str) -> None:
    """
    Whoever an incident names is not named to the world, though nobody has listed the people yet.
    """
    secretive.write(f"{FOLDER}/public.md", f"{PAGE}{name} restarted it.\n")

    ended = call(secretive.path, "publish")

    assert ended.err.startswith(f"error: {FOLDER}/public.md:7:1: the world would read a person's ")
    assert call(secretive.path, "update", "--public", f"{name} is on it").code == 1


def test_a_leak_in_a_title(secretive: GitRepository) -> None:
    """
    The page's head is the world's too.
    """
    (secretive.path / FOLDER / "public.md").unlink()

    ended = call(secretive.path, "public", "draft", "--title", "Mail to joe@tern.example is late")

    assert ended.code == 1
    assert ended.err.startswith("error: title:1:9: the world would read an e-mail address\n")


def test_comments_are_not_published(secretive: GitRepository) -> None:
    """
    What stands in a comment goes, and is in nobody's way.
    """
    secretive.write(f"{FOLDER}/public.md", f"{read(secretive, 'public.md')}<!-- Ask joe@tern.example -->\n")

    succeed(secretive.path, "publish")


def test_a_leak_that_somebody_waived(secretive: GitRepository) -> None:
    """
    Only another person's word, in the record, lets a leak pass.
    """
    secretive.write(f"{FOLDER}/public.md", f"{read(secretive, 'public.md')}Kestrel asked us to say so.\n")
    record = read(secretive, "incident.yaml")
    waiver = (
        "waivers:\n  - {rule: denied-term-in-public-text, reason: They agreed., by: %s, approved_by: grace}\n"
    )

    secretive.write(f"{FOLDER}/incident.yaml", record + waiver % "grace")
    assert call(secretive.path, "publish").code == 1
    secretive.write(f"{FOLDER}/incident.yaml", record + waiver % "ada-lovelace")
    succeed(secretive.path, "publish")


def test_an_imported_name(secretive: GitRepository) -> None:
    """
    The world knew an imported incident by its name before we did.
    """
    secretive.write(f"{FOLDER}/public.md", PAGE.replace("late-mail", "2026-11-22-mail-is-late"))
    assert call(secretive.path, "publish").code == 1
    record = read(secretive, "incident.yaml")
    secretive.write(f"{FOLDER}/incident.yaml", f"{record}source: {{id: 2026-11-22-mail-is-late}}\n")

    succeed(secretive.path, "publish")

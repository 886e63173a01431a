"""What the world would read, is let read, and no longer reads."""

import pytest

from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository
from tests.pictures.making import sample

FOLDER = "incidents/2026/11/2026-11-22-mail-is-late"
PAGE = "---\ntitle: Late mail\nslug: late-mail\n---\n\nMail came late for an hour.\n"


@pytest.fixture
def resolved(incidents: GitRepository) -> GitRepository:
    """A resolved SEV2."""
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV2", "-t", "press")
    succeed(incidents.path, "resolve")
    return incidents


def read(repository: GitRepository, name: str) -> str:
    return (repository.path / FOLDER / name).read_text(encoding="utf-8")


def test_publishing(resolved: GitRepository) -> None:
    """
    A page is drafted, published, taken back and published again; its comments never go out.
    """
    said = succeed(resolved.path, "public", "draft", "--title", "Late mail", "--slug", "late-mail")
    assert "nobody outside reads it before" in said
    refused = call(resolved.path, "publish")
    assert (refused.code, "says nothing yet" in refused.err) == (1, True)

    resolved.write(f"{FOLDER}/public.md", read(resolved, "public.md") + "Mail came late for an hour.\n")
    succeed(resolved.path, "publish", now="2026-11-22T10:00:00Z")
    text = read(resolved, "public.md")
    assert "published_at: 2026-11-22T10:00:00Z\n" in text
    assert "<!--" not in text
    assert "visibility: public\n" in read(resolved, "incident.yaml")

    succeed(resolved.path, "unpublish", "mail", now="2026-11-22T11:00:00Z")
    assert "visibility: withdrawn\n" in read(resolved, "incident.yaml")
    assert call(resolved.path, "check", now="2026-11-22T11:00:00Z").code == 0


@pytest.mark.parametrize(
    ("page", "message"),
    (
        (None, "has no public.md"),
        ("---\nslug: late-mail\n---\n\nIt was late.\n", "title"),
        ("---\ntitle: Late mail\n---\n\nIt was late.\n", "slug"),
        ("---\ntitle: Late mail\nslug: Late Mail\n---\n\nIt was late.\n", "slug"),
        ("---\ntitle: Late mail\nslug: late-mail\n---\n\n<!-- later -->\n", "says nothing yet"),
    ),
)
def test_nothing_half_is_published(resolved: GitRepository, page: str | None, message: str) -> None:
    """
    The world reads a page with a title, an address and a text, or none.
    """
    if page is not None:
        resolved.write(f"{FOLDER}/public.md", page)

    ended = call(resolved.path, "publish")

    assert ended.code == 1
    assert message in ended.err
    assert "visibility" not in read(resolved, "incident.yaml")


def test_an_address_that_is_taken(resolved: GitRepository) -> None:
    """
    Two incidents cannot have one address.
    """
    page = "---\ntitle: Late mail\nslug: late-mail\n---\n\nIt was late.\n"
    resolved.write(f"{FOLDER}/public.md", page)
    succeed(resolved.path, "publish")
    succeed(resolved.path, "declare", "Mail is lost", "-s", "SEV3")
    resolved.write(f"{FOLDER.replace('late', 'lost')}/public.md", page)

    ended = call(resolved.path, "publish", "lost")

    assert ended.code == 1
    assert "late-mail is the address of 2026-11-22-mail-is-late already" in ended.err


def test_a_title_for_the_world(resolved: GitRepository) -> None:
    """
    The internal title is never taken for the public one.
    """
    ended = call(resolved.path, "public", "draft")

    assert ended.code == 2
    assert "--title" in ended.err


def test_an_address_that_is_none(resolved: GitRepository) -> None:
    """
    A page whose head could not be read again is not started.
    """
    ended = call(resolved.path, "public", "draft", "mail", "--title", "Late mail", "--slug", "../x")

    assert ended.code == 2
    assert ended.err.startswith("error: slug is '../x'; it must be words of a-z and 0-9")
    assert not (resolved.path / FOLDER / "public.md").exists()


def test_a_window_for_the_world(incidents: GitRepository) -> None:
    """
    The world would read when work is planned, so a draft shows it, and that it has yet to begin.
    """
    succeed(incidents.path, "declare", "New racks", "-s", "SEV3", "--kind", "maintenance")
    window = ("planned_from=2026-12-01T22:00:00Z", "planned_until=2026-12-02T02:00:00Z")
    succeed(incidents.path, "set", *window)

    succeed(incidents.path, "public", "draft", "--title", "New racks")
    said = succeed(incidents.path, "public", "draft")

    assert "  status     planned\n" in said
    assert "  planned    2026-12-01 22:00 UTC to 2026-12-02 02:00 UTC\n" in said


def test_exactly_what_the_world_would_read(resolved: GitRepository) -> None:
    """
    A draft that is there is shown with its updates and facts, to the word, and nothing is written.
    """
    succeed(resolved.path, "public", "draft", "--title", "Late mail")
    succeed(resolved.path, "update", "Mail comes again.", "--public", "--state", "resolved")
    resolved.write(f"{FOLDER}/public.md", PAGE)
    before = resolved.git("rev-parse", "HEAD")

    said = succeed(resolved.path, "public", "draft")

    assert said == (
        "Nobody outside reads this before `incidentrepo publish`, at /late-mail/\n"
        "\n"
        "Late mail\n"
        "  kind       incident\n"
        "  severity   Major\n"
        "  status     resolved\n"
        "  resolved   2026-11-22 09:14 UTC\n"
        "  2026-11-22 09:14 UTC  resolved\n"
        "    Mail comes again.\n"
        "\n"
        "Mail came late for an hour.\n"
    )
    assert resolved.git("rev-parse", "HEAD") == before
    assert read(resolved, "public.md") == PAGE


def test_a_draft_that_gives_something_away(resolved: GitRepository) -> None:
    """
    What the world must not know is told with its place, before anybody publishes it.
    """
    resolved.write(f"{FOLDER}/public.md", PAGE.replace("an hour", "an hour, said grace@tern.example"))

    ended = call(resolved.path, "public", "draft")

    assert ended.code == 1
    assert f"{FOLDER}/public.md:6:34: the world would read an e-mail address" in ended.err


def test_a_text_after_the_updates(resolved: GitRepository) -> None:
    """
    The text that is owed is published by the same command, checked and dated; nothing happens twice.
    """
    succeed(resolved.path, "update", "Mail is late.", "--public", "--public-title", "Late mail")
    assert "public-text-owed" in succeed(resolved.path, "check")
    assert "incidentrepo public draft" in succeed(resolved.path, "next")
    resolved.write(f"{FOLDER}/public.md", read(resolved, "public.md") + "\nMail came late for an hour.\n")

    said = succeed(resolved.path, "publish", now="2026-11-22T11:00:00Z")

    assert "is public as it is now: /late-mail/." in said
    assert "\npublished_at: 2026-11-22T11:00:00Z\n" in read(resolved, "public.md")
    assert "public-text-owed" not in succeed(resolved.path, "check")
    assert "incidentrepo public draft" not in succeed(resolved.path, "next")


def test_pictures(resolved: GitRepository) -> None:
    """
    What a picture is shown without is told; one that cannot be shown is refused at its line.
    """
    resolved.write(f"{FOLDER}/public.md", PAGE + "![The queue](evidence/queue.jpg)\n")
    resolved.write(f"{FOLDER}/evidence/queue.jpg", sample("photograph.jpg")[:-200])
    refused = call(resolved.path, "publish")
    assert refused.code == 1
    assert f"{FOLDER}/public.md:7: the world cannot be shown this picture: it ends in" in refused.err

    resolved.write(f"{FOLDER}/public.md", PAGE + "![The queue](evidence/queue.db7.internal.jpg)\n")
    resolved.write(f"{FOLDER}/evidence/queue.db7.internal.jpg", sample("photograph.jpg"))
    ended = call(resolved.path, "publish")

    assert ended.code == 0
    assert "internal-host" not in succeed(resolved.path, "check")
    assert (
        "evidence/queue.db7.internal.jpg is shown without data behind its end, EXIF, the texts of"
        in ended.err
    )

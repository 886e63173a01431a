"""Passwords, keys and tokens are found where they are, and nothing else is taken for one."""

import pytest

from incidentrepo.leaks.secrets import find_secret_leaks
from tests.leaks.samples import LETTERS, SECRETS


def found(text: str) -> list[tuple[str, str]]:
    """Return what each secret is called, and the text at its place."""
    return [(leak.what, text[leak.start : leak.start + leak.length]) for leak in find_secret_leaks(text)]


@pytest.mark.parametrize("what", SECRETS)
@pytest.mark.parametrize(
    "frame",
    (
        "{}",
        "we used `{}` there",
        "key: {}",
        "({}).",
        "| {} |",
        "a\n- {}\n",
        "GH_PAT={}",
        "https://x.example/{}",
        "?pat={}",
        '"k":"{}"',
    ),
)
def test_known_makes(what: str, frame: str) -> None:
    """
    A credential of a known make is told by its name, wherever it stands in a text.
    """
    assert found(frame.format(SECRETS[what])) == [(what, SECRETS[what])]


@pytest.mark.parametrize(
    ("text", "what", "secret"),
    (
        ("password=hunter2a", "a password", "hunter2a"),
        ("DB_PASSWORD: s3cret!pw", "a password", "s3cret!pw"),
        ('{"password": "correcthorse"}', "a password", "correcthorse"),
        ("Server=db;Uid=sa;Pwd=Winter2026;", "a password", "Winter2026"),
        (f"api_key={LETTERS}", "a key or token", LETTERS),
        (f"client_secret: '{LETTERS}'", "a key or token", LETTERS),
        (f"Authorization: Bearer {LETTERS}", "a token of a request", LETTERS),
        ("Authorization: Basic YWRhOnNlY3JldHBhc3M=", "a token of a request", "YWRhOnNlY3JldHBhc3M="),
        ("**Password**: Winter2026", "a password", "Winter2026"),
        ("mysqldump --password Winter2026 shop", "a password", "Winter2026"),
        ("postgres://orders:s3cr3t@db.example/x", "a password in an address", "s3cr3t"),
    ),
)
def test_assignments(text: str, what: str, secret: str) -> None:
    """
    A secret of no known make is told by what it is assigned to.
    """
    assert found(text) == [(what, secret)]


@pytest.mark.parametrize(
    ("text", "secret"),
    (
        ("ghp\\_" + LETTERS + "abcd", "ghp\\_" + LETTERS + "abcd"),
        ("password&#61;hunter2a", "hunter2a"),
        ("https://x.example/?password%3Dhunter2a", "hunter2a"),
    ),
)
def test_disguises(text: str, secret: str) -> None:
    """
    Markdown's escapes, HTML's entities and an address's encoding hide nothing.
    """
    assert [span for _, span in found(text)] == [secret]


@pytest.mark.parametrize(
    "text",
    (
        "commit 35208d4e6c1b2a3f4e5d6c7b8a9f0e1d2c3b4a59 broke it",
        "request 123e4567-e89b-12d3-a456-426614174000 failed",
        "token=123e4567-e89b-12d3-a456-426614174000",
        "sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "t4kq7xz2a then f3a6q2m7x",
        "![](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAKIAQWERTYUIOPASDFGHAAB4nGP6zwAAAgcBApocMXEAAAAA)",
        "password=<redacted> password=******** password=$PASSWORD password=${PW} password=changeme",
        "Password: everybody has a new one. The password is required: see below",
        "We forgot the password; passwords = something we should rotate",
        "nextPageToken=CAEQAAabcdef0123456789",
        "api_key=your-api-key-goes-here-1234",
        "AKIAIOSFODNN7EXAMPLE is in every tutorial",
        "-----BEGIN PRIVATE KEY----- is how such a file begins",
        "https://example.org:8443/@ada and https://user:password@example.org",
        "log in with --password and a basic understanding of authorization, basic and bearer alike",
        "PWD=/home/ada/incidents",
        "the task-sk-1234567890 and risk-ant-something",
    ),
)
def test_what_is_none(text: str) -> None:
    """
    Commits, UUIDs, digests, ids, pictures, placeholders and prose are no secrets.
    """
    assert found(text) == []


def test_place() -> None:
    """
    The place is where the secret itself begins, in lines and columns from 1.
    """
    (leak,) = find_secret_leaks("One.\n\n  password=hunter2a\n")

    assert (leak.line, leak.column, leak.length) == (3, 12, 8)

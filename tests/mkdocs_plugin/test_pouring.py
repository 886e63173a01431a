"""A site's own files."""

from dataclasses import replace

from incidentrepo.mkdocs_plugin.pouring import (
    listed_paths,
    move_site,
    pour_files,
    pour_late,
    poured_paths,
    shell_kinds,
)
from incidentrepo.mkdocs_plugin.shell import CONTENT_MARK, ShellKind, cut_shell
from tests.mkdocs_plugin.synthetic import INCIDENT, PICTURE, SITE, STYLE, YEAR

KINDS = (ShellKind(depth=2, has_contents=False), ShellKind(depth=2, has_contents=True))
SHELLS = {kind: cut_shell(f"[{CONTENT_MARK}]", kind) for kind in KINDS}


def test_what_is_poured() -> None:
    """
    The pages that the navigation does not name are ours to write, with the files beside them.
    """
    assert list(poured_paths(SITE)) == [INCIDENT.path, YEAR.path]


def test_listed_paths() -> None:
    """
    A page that is not listed is poured, and no search engine is told of it.
    """
    (late,) = SITE.late_pages
    hidden = replace(SITE, late_pages=(replace(late, is_listed=False),))

    assert list(listed_paths(SITE)) == [INCIDENT.path, YEAR.path]
    assert list(listed_paths(hidden)) == [INCIDENT.path]
    assert list(poured_paths(hidden)) == [INCIDENT.path, YEAR.path]
    assert shell_kinds(SITE) == KINDS
    assert list(pour_files(SITE, SHELLS)) == [
        ("incidents/2026-11-02-a/index.html", f"[{INCIDENT.html}]".encode()),
        (STYLE.path, STYLE.data),
        (PICTURE.path, PICTURE.data),
    ]
    assert [pour_late(late, SHELLS) for late in SITE.late_pages] == [
        ("lists/2026/index.html", b"[<h1>2026</h1><p>A list.</p>]")
    ]


def test_moving() -> None:
    """
    A site moves as a whole; its links are relative and need no change.
    """
    moved = move_site(SITE, "firm/")

    assert [page.path for page in moved.pages] == [
        "firm/",
        "firm/policy/",
        "firm/incidents/2026-11-02-a/",
    ]
    assert [late.make().path for late in moved.late_pages] == [late.path for late in moved.late_pages]
    assert moved.late_pages[0].path == "firm/lists/2026/"
    assert moved.assets[0].path == "firm/assets/records.css"
    assert moved.pages[2].html == INCIDENT.html


def test_a_page_to_forget() -> None:
    """
    A page that is not listed says so to the search engines that know it from before.
    """
    (late,) = SITE.late_pages
    shells = {kind: cut_shell(f"<head></head>[{CONTENT_MARK}]", kind) for kind in KINDS}

    _, listed = pour_late(late, shells)
    _, hidden = pour_late(replace(late, is_listed=False), shells)

    assert b"noindex" not in listed
    assert hidden.startswith(b'<head><meta name="robots" content="noindex">\n</head>')

"""Cutting a rendered page of marks, and filling it."""

from dataclasses import replace

import pytest

from incidentrepo.mkdocs_plugin.shell import (
    CONTENT_MARK,
    DESCRIPTION_MARK,
    TITLE_MARK,
    ShellKind,
    UnknownShellError,
    cut_shell,
    kind_of,
    list_contents,
    mark_page,
    pour,
)
from tests.mkdocs_plugin.synthetic import HOME, INCIDENT, YEAR

DEEP = ShellKind(depth=2, has_contents=True)
BARE = ShellKind(depth=2, has_contents=False)


def render(kind: ShellKind) -> str:
    """Do as a theme does, in short."""
    page = mark_page(kind)
    entries = "".join(f'<li><a href="#{one.id}">{one.title}</a></li>' for one in page.headings)
    return (
        f"<title>{page.title}</title><meta {page.description}><link {page.path}>"
        f"<ul>{entries}</ul><main>{page.html}</main><b>{page.title}</b>"
    )


def test_everything_in_its_place() -> None:
    """
    Title, description, address, contents and body stand where the marks stood, escaped but for the body.
    """
    poured = pour(cut_shell(render(DEEP), DEEP), INCIDENT)

    assert poured.decode() == (
        "<title>&quot;A&quot; &amp; &lt;b&gt;</title><meta One in ten failed.>"
        "<link incidents/2026-11-02-a/>"
        '<ul><li><a href="#timeline">Timeline &lt;1&gt;</a></li><li><a href="#impact">Impact</a></li></ul>'
        f"<main>{INCIDENT.html}</main><b>&quot;A&quot; &amp; &lt;b&gt;</b>"
    )


def test_without_contents() -> None:
    """
    A page without headings has a shell without a table of contents.
    """
    poured = pour(cut_shell(render(BARE), BARE), YEAR)

    assert poured == (
        b"<title>2026</title><meta ><link lists/2026/><ul></ul>"
        b"<main><h1>2026</h1><p>A list.</p></main><b>2026</b>"
    )


def test_marks_in_a_body() -> None:
    """
    What people wrote is put in once and not looked at again, marks and all.
    """
    page = mark_page(BARE)

    assert pour(cut_shell(f"<main>{CONTENT_MARK}</main>", BARE), page).decode() == f"<main>{page.html}</main>"
    assert TITLE_MARK != DESCRIPTION_MARK


def test_one_heading() -> None:
    """
    A page with one heading has no table of contents: there is nothing to choose.
    """
    page = replace(INCIDENT, headings=INCIDENT.headings[:2])

    assert list_contents(page) == ()
    assert kind_of(page) == BARE


def test_kinds() -> None:
    """
    Pages of one depth share a shell, apart from those without contents.
    """
    assert [kind_of(page) for page in (HOME, INCIDENT, YEAR)] == [
        ShellKind(depth=0, has_contents=False),
        DEEP,
        BARE,
    ]


@pytest.mark.parametrize(
    ("html", "reason"),
    (
        ("<main></main>", "the theme shows no content"),
        (render(DEEP) + render(DEEP), "the theme's table of contents is not one list of entries"),
        (
            render(DEEP).replace(mark_page(DEEP).headings[1].id, "x"),
            "the theme's table of contents is not one list of entries",
        ),
    ),
)
def test_a_theme_we_cannot_repeat(html: str, reason: str) -> None:
    """
    A theme that shows contents twice, or not as a list, is refused: marks never reach a reader.
    """
    with pytest.raises(UnknownShellError, match=reason):
        cut_shell(html, DEEP)


def test_name_that_is_no_text() -> None:
    """
    A file's name in git may be no UTF-8: it does not stop the site.
    """
    page = replace(INCIDENT, html="<p>a\udcff.png</p>")

    assert b"<p>a?.png</p>" in pour(cut_shell(render(DEEP), DEEP), page)

import re
import time

import pytest

from incidentrepo.model.outline import (
    Excerpt,
    find_excerpts,
    plain_text,
    read_comments,
    read_sections,
)


def titles(body: str) -> list[tuple[str, int, int]]:
    return [(section.title, section.depth, section.line) for section in read_sections(body)]


def test_headings() -> None:
    """
    A heading is known by its words, its depth and its line, whatever closes it.
    """
    body = "Before.\n\n# One\n\n### `two` ###\n   ## C#\n##\n#hashtag\n    # in code\n"

    assert titles(body) == [("One", 1, 3), ("`two`", 3, 5), ("C#", 2, 6)]


@pytest.mark.parametrize(
    "body",
    (
        "```shell\n# no heading\n```\n",
        "````text\n```\n# no heading\n```\n````\n",
        "~~~\n# no heading\n",
        "<!--\n# no heading\n-->\n",
        "<!-- never closed\n# no heading\n",
    ),
)
def test_what_is_no_heading(body: str) -> None:
    """
    What stands in code or in a comment heads nothing.
    """
    assert titles(body) == []


@pytest.mark.parametrize(
    ("beneath", "is_empty"),
    (
        ("", True),
        ("\n \n", True),
        ("<!-- Say who noticed. -->\n", True),
        ("## Another\n", True),
        ("### A part\n", False),
        ("Nobody.\n", False),
        ("```\n```\n", False),
        ("[[impact]]\n", False),
    ),
)
def test_empty_sections(beneath: str, *, is_empty: bool) -> None:
    """
    A section is empty where a reader sees nothing between its heading and the next.
    """
    assert read_sections(f"## Impact\n{beneath}")[0].is_empty is is_empty


def test_comments() -> None:
    """
    Comments are read without their signs; one that is shown as code is none.
    """
    body = "<!-- One. -->\n\n`<!-- code -->` and <!--two\nlines-->\n"

    assert list(read_comments(body)) == [Excerpt(line=1, text="One."), Excerpt(line=3, text="two\nlines")]


def test_excerpts() -> None:
    """
    A word is found where a reader reads it as such, and quoted as it is written.
    """
    body = "TODO\n\n`TODO` ``a ` TODO`` <!-- TODO -->\n\n```\nTODO\n```\nSay: TODO `now`\n"

    found = list(find_excerpts(re.compile(r"(TODO[^\n]*)"), body))

    assert [excerpt.line for excerpt in found] == [1, 8]
    assert found[1].text == "TODO `now`"


@pytest.mark.parametrize("piece", ("`", "```\n", "<!--", "# ", "# \n", "- ", "{a", "~~~\n`"))
def test_hostile_bodies(piece: str) -> None:
    """
    A megabyte of signs that open something is read in no time.
    """
    body = piece * (1_000_000 // len(piece))

    read_sections(body + " " * 1000 + "x")
    assert sum(1 for _ in read_comments(body)) <= 1


@pytest.mark.parametrize("run", ("~", "`", "`a``b", "<!--", "~~~a", "```\n"))
def test_long_run_takes_no_time(run: str) -> None:
    """
    A megabyte of signs that open something and close nothing is read within a second.
    """
    started = time.process_time()

    assert len(plain_text(run * (1_000_000 // len(run)))) == 1_000_000 // len(run) * len(run)

    assert time.process_time() - started < 1


def test_many_excerpts_of_one_line_take_no_time() -> None:
    """
    Where a body is one long line, it is searched for its lines' ends once, not for each excerpt.
    """
    started = time.process_time()

    assert len(tuple(find_excerpts(re.compile("{a}"), "{a}" * 100_000))) == 100_000

    assert time.process_time() - started < 1

"""Every command of the documentation, typed for real, page by page."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.walkthrough import PAGES, ROOT, Reader, WrittenFile, is_as_shown, read_steps, reader_at_home

WALKED = [page for page in PAGES if read_steps(page)]


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Reader]:
    with reader_at_home(tmp_path) as reader:
        yield reader


@pytest.mark.parametrize("page", WALKED, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_page(page: Path, reader: Reader) -> None:
    """
    Who follows a page from top to bottom in an empty folder sees what it shows.
    """
    reader.prepare(page)
    for step in read_steps(page):
        if isinstance(step, WrittenFile):
            reader.write(step)
            continue
        code, printed = reader.type(step.line)
        assert code == step.code, f"{step.line}\n{printed}"
        assert is_as_shown(step.printed, printed), f"{step.line}\nshown:\n{step.printed}\nprinted:\n{printed}"


def test_every_page_for_users_is_walked() -> None:
    """
    The pages that teach commands hold some that run here: a change of their layout hides none.
    """
    walked = {page.stem for page in WALKED}

    assert walked >= {"README", "quick-start", "records", "policy", "publishing", "importing", "adopting"}

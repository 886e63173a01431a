import time
from itertools import islice

import pytest

from incidentrepo.completeness import Gap, find_template_text, find_unticked_boxes
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.status import PostmortemStatus


def final(body: str) -> Postmortem:
    return Postmortem(status=PostmortemStatus.FINAL, body=body)


@pytest.mark.parametrize(
    ("body", "found"),
    (
        ("# {title}\n", ["{title}"]),
        ("Dear {customer name}\n", ["{customer name}"]),
        ("TODO\n", ["TODO"]),
        ("- **Impact**: _TBD_\n", ["TBD"]),
        ("> FIXME: ask Grace\n", ["FIXME"]),
        ("Lorem ipsum dolor.\n", ["Lorem ipsum"]),
        ("<!-- What saved us time? -->\n", ["What saved us time?"]),
        ("We left a TODO in the code.\n", []),
        ("TODO lists are kept in the tracker.\n", []),
        ("It is ${elapsed}, {{ name }} or {1,2}.\n", []),
        ("<!-- toc -->\n<!-- vale Style.Rule = NO -->\n", []),
        ("Nothing is left.\n", []),
    ),
)
def test_template_text(body: str, found: list[str]) -> None:
    """
    What was there to be replaced is found; what people write of such things is not.
    """
    assert [gap.subject for gap in find_template_text(final(body))] == found


def test_no_hurry() -> None:
    """
    A megabyte on one line, or on none, is searched in no time.
    """
    for piece in ("- ", "-", "\n", " ", "{a", ":", "word "):
        postmortem = final(piece * (1_000_000 // len(piece)))
        assert list(find_template_text(postmortem)) == []
        assert list(find_unticked_boxes(postmortem)) == []


def test_no_hurry_with_many() -> None:
    """
    Of a megabyte of placeholders the first ones are told at once: nobody asks for all of them.
    """
    started = time.process_time()

    found = list(islice(find_template_text(final("{a}" * 333_000)), 20))

    assert time.process_time() - started < 0.2
    assert found == [Gap(line=1, subject="{a}")] * 20

"""Changes that are merges, of which the outcome counts."""

from tests.gates.editing import drop, merge, swap
from tests.gates.records import OPEN
from tests.gates.versions import NEW, NEW_TEXT

MERGES = (
    merge("merge a declaration", "", side={NEW: NEW_TEXT}, edits={NEW: NEW_TEXT}),
    merge(
        "merge what is wrong",
        "schema-violation",
        side=swap(OPEN, "status: open\n", "status: fixed\n"),
        edits=swap(OPEN, "status: open\n", "status: fixed\n"),
    ),
    merge(
        "merge what was wrong, and mend it",
        "",
        side=swap(OPEN, "status: open\n", "status: fixed\n"),
        edits={NEW: NEW_TEXT},
    ),
    merge(
        "do in a merge what neither side did",
        "entry-deleted",
        side={NEW: NEW_TEXT},
        edits={NEW: NEW_TEXT, **drop(OPEN, "tcccccccc")},
    ),
    merge("merge and drop the other side", "", side={NEW: NEW_TEXT}, edits={}),
)

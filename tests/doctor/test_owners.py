import pytest

from incidentrepo.doctor.owners import unowned


@pytest.mark.parametrize(
    ("pattern", "is_owned"),
    (
        ("*", True),
        ("incidentrepo.yaml", True),
        ("/ops/incidentrepo.yaml", True),
        ("/incidentrepo.yaml", False),
        ("/ops/", True),
        ("ops/", True),
        ("*.yaml", True),
        ("/*.yaml", False),
        ("**/incidentrepo.yaml", True),
        ("/ops/**", True),
        ("*.md", False),
        ("# *", False),
        ("[Section]", False),
    ),
)
def test_patterns(pattern: str, *, is_owned: bool) -> None:
    """
    A pattern fits as in `.gitignore`; comments and the headings of sections are none.
    """
    assert (unowned(f"{pattern} @acme/admins\n", ["ops/incidentrepo.yaml"]) == ()) == is_owned


def test_the_last_counts() -> None:
    """
    A later pattern takes the place of an earlier one, and one that names nobody takes its owners away.
    """
    text = "* @acme/admins\n*.yaml\n/people.yaml @ada  # she asked\n"

    assert unowned(text, ["incidentrepo.yaml", "people.yaml", "tags.md"]) == ("incidentrepo.yaml",)

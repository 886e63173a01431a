"""The hosts whose forms and CI we write."""

from enum import StrEnum


class Host(StrEnum):
    """Whose pages take the form, and whose CI runs the checks."""

    GITHUB = "github"
    GITLAB = "gitlab"

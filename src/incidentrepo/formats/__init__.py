"""Findings as text that a person or another tool reads."""

from incidentrepo.formats.format import Format
from incidentrepo.formats.github import GITHUB
from incidentrepo.formats.gitlab import GITLAB
from incidentrepo.formats.json import JSON
from incidentrepo.formats.sarif import SARIF
from incidentrepo.formats.text import TEXT

FORMATS: tuple[Format, ...] = (TEXT, JSON, GITHUB, GITLAB, SARIF)

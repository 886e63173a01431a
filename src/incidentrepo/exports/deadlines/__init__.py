"""What is owed as text: for people, for other tools, for a calendar, for an issue."""

from incidentrepo.exports.deadlines.format import DeadlineFormat
from incidentrepo.exports.deadlines.ics import ICS
from incidentrepo.exports.deadlines.json import JSON
from incidentrepo.exports.deadlines.markdown import MARKDOWN
from incidentrepo.exports.deadlines.text import TEXT

DEADLINE_FORMATS: tuple[DeadlineFormat, ...] = (TEXT, JSON, ICS, MARKDOWN)

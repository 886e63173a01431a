"""The answer to another pipeline as text: for people, and for the pipeline."""

from collections.abc import Callable, Mapping

from incidentrepo.exports.clearance.json import write_json
from incidentrepo.exports.clearance.text import write_text
from incidentrepo.model.clearance import Clearance

CLEARANCE_FORMATS: Mapping[str, Callable[[Clearance], str]] = {"text": write_text, "json": write_json}

"""The form in which people without a clone file an incident: on our page, on the host, and read back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A field: `id` in addresses, `label` above its answer in the issue that the host makes of it."""

    id: str
    label: str


KIND = FormField(id="kind", label="What is it?")
SEVERITY = FormField(id="severity", label="How bad is it?")
GUIDE = FormField(id="guide", label="Which answers led there?")
STARTED = FormField(id="started", label="When did it begin?")
PLANNED_FROM = FormField(id="planned_from", label="When is it planned to begin?")
PLANNED_UNTIL = FormField(id="planned_until", label="Until when is it planned?")
TAGS = FormField(id="tags", label="What is it about?")
SERVICES = FormField(id="services", label="What is affected?")
WHAT = FormField(id="what", label="What happened?")

FORM_FIELDS = (KIND, SEVERITY, GUIDE, STARTED, PLANNED_FROM, PLANNED_UNTIL, TAGS, SERVICES, WHAT)
"""In their order; the last one takes many lines, and all that follows is its answer."""

FORM_FILE = ".github/ISSUE_TEMPLATE/incident.yml"
TEMPLATE_FILE = ".gitlab/issue_templates/Incident.md"
"""Where GitHub and GitLab look for it."""

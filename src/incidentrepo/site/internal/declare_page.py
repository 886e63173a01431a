"""The form to declare an incident, for people without a clone."""

from collections.abc import Mapping
from urllib.parse import quote

from incidentrepo.model.filing_form import FORM_FILE
from incidentrepo.model.host import Host
from incidentrepo.model.policy import Filing
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.site.internal.context import Context
from incidentrepo.site.page import Page

DECLARE_PATH = "declare/"

_HOSTS = {Host.GITHUB: "GitHub", Host.GITLAB: "GitLab"}
_MEANINGS: Mapping[Kind, str] = {
    Kind.INCIDENT: "it hurts, or did",
    Kind.NEAR_MISS: "it could have hurt, and did not",
    Kind.EXERCISE: "we play one",
    Kind.MAINTENANCE: "work that is planned",
}


def make_declare_page(context: Context) -> Page:
    """Return the form; what is written there goes to the host's own form, which sends it."""
    policy, tags = context.edition.policy, context.edition.tags.by_name.values()
    return context.page(
        "internal/declare.html",
        DECLARE_PATH,
        title="Declare it",
        description=f"Tell {context.edition.organisation} that something is wrong: two facts are enough.",
        navigation="Declare",
        policy=policy,
        filing=policy.filing,
        host_name=_HOSTS[policy.filing.host] if policy.filing else None,
        form_address=_form_address(policy.filing) if policy.filing else None,
        kinds=_MEANINGS,
        services=[tag for tag in tags if tag.is_service],
        tags=[tag for tag in tags if not tag.is_service],
        least=max(policy.severities, default=Severity.SEV3),
    )


def _form_address(filing: Filing) -> str:
    """Return where the host's form is, still empty."""
    if filing.host is Host.GITLAB:
        return f"{filing.repository}/-/issues/new?issuable_template=Incident"
    return f"{filing.repository}/issues/new?template={quote(FORM_FILE.rpartition('/')[2])}"

"""What stands between the records and the world: nothing is published while one of these rules objects."""

from collections.abc import Collection
from datetime import datetime

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.status import Visibility
from incidentrepo.repository import Repository
from incidentrepo.rules.context import Context, names_of
from incidentrepo.rules.denied_term_in_public_text import DeniedTermInPublicText
from incidentrepo.rules.internal_host_in_public_text import InternalHostInPublicText
from incidentrepo.rules.internal_id_in_public_text import InternalIdInPublicText
from incidentrepo.rules.person_in_public_text import PersonInPublicText
from incidentrepo.rules.secret_in_public_text import SecretInPublicText
from incidentrepo.rules.weighing import weigh

_RULES = (
    SecretInPublicText(),
    InternalHostInPublicText(),
    PersonInPublicText(),
    DeniedTermInPublicText(),
    InternalIdInPublicText(),
)


def find_given_away(repository: Repository, *, names: Collection[str], now: datetime) -> tuple[Finding, ...]:
    """
    Return the errors in what public pages would tell, by file and line; levels and waivers apply.

    `names` are the ids and aliases of all incidents there are: `repository` may hold fewer.
    """
    told = tuple(
        record for record in repository.records if record.incident.visibility is not Visibility.INTERNAL
    )
    # None of these rules asks what is owed.
    context = Context(repository=repository, duties={}, known_ids=frozenset(names), now=now)
    found = [one for record in told for rule in _RULES for one in rule.check_record(record, context)]
    return tuple(one for one in weigh(repository, found, _RULES, now=now) if one.level is Level.ERROR)


def list_names(repository: Repository) -> frozenset[str]:
    """Return the ids and aliases of all incidents in `repository`."""
    return frozenset(name for record in repository.records for name in names_of(record.incident))

"""Who may see what: the only way from a repository to what publishers are given."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import assert_never

from incidentrepo.findings import Finding
from incidentrepo.internal_edition import redact_for_the_organisation
from incidentrepo.library import load_library
from incidentrepo.model.change import Change
from incidentrepo.model.duty import Duty
from incidentrepo.model.edition import Edition
from incidentrepo.model.status import Audience
from incidentrepo.public_edition import redact_for_the_public
from incidentrepo.repository import Repository


def redact(
    repository: Repository,
    audience: Audience,
    *,
    now: datetime,
    duties: Iterable[Duty] = (),
    findings: Iterable[Finding] = (),
    histories: Mapping[str, tuple[Change, ...]] | None = None,
) -> Edition:
    """
    Return the edition of `repository` for `audience`.

    All but the repository and `now` is for the internal edition alone; `histories` are by folder.
    """
    match audience:
        case Audience.PUBLIC:
            return redact_for_the_public(repository, now=now)
        case Audience.INTERNAL:
            return redact_for_the_organisation(
                repository,
                now=now,
                duties=duties,
                findings=findings,
                histories=histories or {},
                library=load_library(repository.snapshot),
            )
        case _ as unreachable:
            assert_never(unreachable)

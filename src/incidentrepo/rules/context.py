"""What rules may know beside the record they judge."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from incidentrepo.duties import owed_duties
from incidentrepo.model.duty import Duty
from incidentrepo.model.incident import Incident
from incidentrepo.model.record import LIBRARY_FOLDER, Record
from incidentrepo.repository import Repository
from incidentrepo.rules.naming import handles_in
from incidentrepo.rules.unusual_files import find_unusual
from incidentrepo.store.snapshot import Blob

if TYPE_CHECKING:
    from incidentrepo.documents.problem import Problem
    from incidentrepo.leaks.known import Known
    from incidentrepo.public_pictures import ShownPicture


# No slots: what is made ready once is kept in the instance.
@dataclass(frozen=True, kw_only=True)
class Context:
    """
    All other records, what is owed, and what time it is.

    `duties` are by incident; `known_ids` are all ids and aliases there are.
    """

    repository: Repository
    duties: Mapping[str, tuple[Duty, ...]]
    known_ids: frozenset[str]
    now: datetime

    @cached_property
    def unusual_files(self) -> tuple[Blob, ...]:
        """The files below `incidents/` of which more can be said than what is in them."""
        return find_unusual(self.repository.snapshot.list_files())

    @cached_property
    def known(self) -> "Known":
        """What the organisation knows of itself that the world may not."""
        # Imported here: most incidents are never published.
        from incidentrepo.leaks.known import know

        return know(self.repository.people, self.repository.policy.publishing, ids=self.known_ids)

    def known_of(self, record: Record) -> "Known":
        """What the world may not know, those who took part in the incident among it."""
        from incidentrepo.leaks.known import know_too

        return know_too(self.known, handles_in(record))

    @cached_property
    def problems(self) -> "Mapping[str, tuple[Problem, ...]]":
        """By path what could not be read, among what others have lent too."""
        snapshot = self.repository.snapshot
        if not any(blob.path.startswith(f"{LIBRARY_FOLDER}/") for blob in snapshot.list_files()):
            return self.repository.problems
        # Imported here: few keep a library.
        from incidentrepo.library import library_problems

        return {**self.repository.problems, **library_problems(snapshot)}

    def public_pictures(self, record: Record) -> "tuple[ShownPicture, ...]":
        """Return the pictures that the record's public page shows."""
        if record.public_page is None or "![" not in record.public_page.body:
            return ()
        # Imported here: most incidents are never published.
        from incidentrepo.public_pictures import shown_pictures

        return tuple(shown_pictures(record, self.repository.snapshot.read_file))


def make_context(repository: Repository, *, now: datetime) -> Context:
    """Return what rules may know of `repository` at `now`."""
    duties: dict[str, list[Duty]] = defaultdict(list)
    for duty in owed_duties(repository, now=now):
        duties[duty.incident].append(duty)
    names = {name for record in repository.records for name in names_of(record.incident)}
    return Context(
        repository=repository,
        duties={incident: tuple(owed) for incident, owed in duties.items()},
        known_ids=frozenset(names).union(*repository.left_out),
        now=now,
    )


def names_of(incident: Incident) -> tuple[str, ...]:
    """Return all that an incident may be called in a link or a command."""
    return (incident.id, *incident.aliases)

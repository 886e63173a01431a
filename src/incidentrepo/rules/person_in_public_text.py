"""Rule: person-in-public-text."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.leaks.leak import LeakKind
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.public_texts import find_in_public
from incidentrepo.rules.rule import Rule


class PersonInPublicText(Rule):
    """
    ## What it flags

    A person in `public.md`, its title or address, or in an update for the world:

    - the full name of anybody in `people.yaml`, in any order, with a middle name or an initial, and across
      lines;
    - a handle or login of theirs, or a handle that the incident names, behind an `@`, or bare where it cannot
      be an ordinary word (`b.king`, `ada-tern`);
    - without a `people.yaml`, the name that such a handle is made of (Ada Tern);
    - anybody's e-mail address, but those of a task (`security@`, `support@`, `press@`) and those in
      `publishing.contacts` of your policy.

    First names alone are left alone: too many of them are words, places and products.

    ## Why it matters

    People did not choose to be named to the world, and blame finds whoever is named.
    The page stays when they have left.

    ## Example

    ```markdown
    Ada Pereira restarted the database. Ask ada@tern.example.
    ```

    ## Instead

    ```markdown
    We restarted the database. Ask support@tern.example.
    ```

    ## Fix

    Say "we", or what the person's task was.
    An address that the world may have goes into `publishing.contacts`.
    """

    id = "person-in-public-text"
    summary = "a person named in text for the world"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each place of a name, a handle or an address."""
        return find_in_public(self, LeakKind.PERSON, record, context)

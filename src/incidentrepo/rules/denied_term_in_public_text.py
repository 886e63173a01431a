"""Rule: denied-term-in-public-text."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.leaks.leak import LeakKind
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.public_texts import find_in_public
from incidentrepo.rules.rule import Rule


class DeniedTermInPublicText(Rule):
    """
    ## What it flags

    A term that `publishing.denied_terms` of your policy lists, such as a customer's name, in `public.md`,
    its title or address, or in an update for the world.

    Whole words count, in any case, with or without accents, across lines and emphasis, inside addresses,
    and with letters that are commonly taken for others.

    ## Why it matters

    Customers decide themselves whether the world hears that they were hurt.
    Often a contract says so.

    ## Example

    ```markdown
    Payments failed for Kestrel and three others.
    ```

    ## Instead

    ```markdown
    Payments failed for four of our customers.
    ```

    ## Fix

    Say how many, not who.
    """

    id = "denied-term-in-public-text"
    summary = "a term that the policy denies in text for the world"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each place of a denied term."""
        return find_in_public(self, LeakKind.DENIED_TERM, record, context)

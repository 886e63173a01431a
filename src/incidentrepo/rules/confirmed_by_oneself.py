"""Rule: confirmed-by-oneself."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.second_persons import describe_release, releases


class ConfirmedByOneself(Rule):
    """
    ## What it flags

    What needs a second person, in a firm that has none: `people.yaml` has one person who has not left, and
    they have confirmed their own correction, or approved their own waiver.

    ## Why it matters

    It counts, for nobody else can be asked.
    It is listed, so that whoever reads the records later sees where one person has decided alone.

    ## Example

    ```yaml
    by: ada
    correction: true
    confirmed_by: ada
    ```

    ## Instead

    Nothing, as long as there is one person.

    ## Fix

    There is nothing to mend.
    """

    id = "confirmed-by-oneself"
    summary = "what one person decided alone, because nobody else is there"
    level = Level.NOTE

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield what the only person there is has confirmed themselves."""
        incident, people = record.incident, context.repository.people
        alone = people.only_one
        if alone is None:
            return
        for entry in releases(incident, people):
            if entry.confirmed_by == entry.by == alone:
                yield self.finding(
                    record,
                    ("timeline", entry.index),
                    message=f"{alone} says {describe_release(entry)}, and has confirmed it alone",
                    hint="nobody else is there: it counts, and is listed",
                    subject=entry.id or str(entry.index),
                )
        for waiver in incident.waivers:
            if waiver.approved_by == alone and alone in {waiver.by, incident.owner}:
                yield self.finding(
                    record,
                    ("waivers", waiver.index),
                    message=f"{alone} has approved their own waiver of {waiver.rule or waiver.duty}",
                    hint="nobody else is there: it counts, and is listed",
                    subject=f"waiver.{waiver.rule or waiver.duty}",
                )

"""Rule: empty-postmortem."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.place import Place
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Bites, Rule


class EmptyPostmortem(Rule):
    """
    ## What it flags

    A postmortem that is called final and in which nobody has written anything: headings, guidance and
    live parts such as `[[timeline]]` are all that it holds.

    ## Why it matters

    It counts as written, so nobody is reminded of it, and nothing was learned.

    ## Example

    ```markdown
    ---
    status: final
    ---

    ## Impact

    [[impact]]
    ```

    ## Instead

    One sentence is a postmortem:

    ```markdown
    ---
    status: final
    ---

    A cable was unplugged; it is labelled now.
    ```

    ## Fix

    Write that sentence, or set `status: draft` until somebody has.
    """

    id = "empty-postmortem"
    summary = "a final postmortem in which nothing is written"
    level = Level.ERROR
    bites = Bites.CLOSING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield a final postmortem without a word."""
        postmortem = record.postmortem
        if postmortem is not None and postmortem.is_final and not postmortem.prose:
            yield self.finding(
                record,
                ("status",),
                message="the postmortem is final and nothing is written in it",
                hint="write one sentence, or set `status: draft`",
                subject="postmortem",
                path=record.postmortem_path,
                place=Place(line=postmortem.body_line),
            )

"""Rule: unreadable-file."""

from collections.abc import Iterable, Iterator

from incidentrepo.documents.file_text import read_file_text
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record, is_account
from incidentrepo.rules.context import Context
from incidentrepo.rules.problems import findings_of
from incidentrepo.rules.rule import Rule


class UnreadableFile(Rule):
    """
    ## What it flags

    A file that cannot be read as strict YAML in UTF-8: broken syntax, a key given twice, hidden
    characters, anchors, aliases, tags, a file that is too large or nested too deeply, a link in
    the place of a file. Of Markdown it is the front matter that has to be YAML; the text, and what people
    tell in `accounts/`, has to be UTF-8 of at most 1 MB, with nothing hidden in it.
    The records in `library/` are held to the same, and each stands in the folder of its source.

    ## Why it matters

    What a tool cannot read, nobody is told about.
    Of two equal keys most readers keep the last and say nothing, and a hidden character can make
    a line say one thing to a reviewer and another to a machine.

    ## Example

    ```yaml
    severity: SEV3
    severity: SEV1
    ```

    ## Instead

    ```yaml
    severity: SEV1
    ```

    ## Fix

    Mend the file at the line and column shown.
    """

    id = "unreadable-file"
    summary = "a file that cannot be read"
    level = Level.ERROR

    def check_repository(self, context: Context) -> Iterable[Finding]:
        """Yield what no reader could make out."""
        return findings_of(self, context)

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield what is wrong with the text of its accounts, which nothing else reads as a file of ours."""
        for path in record.files:
            if is_account(path) and path not in context.repository.problems:
                data = context.repository.snapshot.read_file(path)
                for problem in read_file_text(data).problems:
                    yield self.finding(
                        record,
                        message=problem.message,
                        hint=problem.hint,
                        subject=path.removeprefix(f"{record.folder}/"),
                        path=path,
                        place=problem.place,
                    )

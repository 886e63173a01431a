"""Rule: schema-violation."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from incidentrepo.documents.custom_fields import validate_custom
from incidentrepo.documents.strict_yaml import Document, load_yaml
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.problems import findings_of
from incidentrepo.rules.rule import Rule


class SchemaViolation(Rule):
    """
    ## What it flags

    A value that its file's schema does not allow: an unknown field, a word outside a closed list,
    a date that no calendar has, a field that is missing.

    ## Why it matters

    A field that nobody reads is a fact that nobody learns: `severty: SEV1` declares no severity.

    ## Example

    ```yaml
    status: fixed
    ```

    ## Instead

    ```yaml
    status: resolved
    ```

    ## Fix

    Use one of the values that the message names.
    Your own fields belong under `custom:`, and the policy's `custom_fields` says what they may hold.
    A `pattern` there may repeat only what can be read in one way: `[a-z]+(-[a-z]+)*`, and not `(a+)+`, which
    can take for ever on some text. What is compared with it has 2,000 characters at most.
    """

    id = "schema-violation"
    summary = "a value that its schema does not allow"
    level = Level.ERROR

    def check_repository(self, context: Context) -> Iterable[Finding]:
        """Yield what the schemas refuse."""
        return findings_of(self, context)

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield what the policy's own `custom_fields` refuses of the record's `custom`."""
        schema, custom = context.repository.policy.custom_fields, record.incident.custom
        # Nearly every record passes, and only for the others is it worth reading the file again.
        if not schema or not custom or not validate_custom(schema, custom, Document(value=None)):
            return
        document = load_yaml(context.repository.snapshot.read_file(record.incident_path))
        for problem in validate_custom(schema, custom, document):
            found = self.finding(record, problem.pointer, message=problem.message, hint=problem.hint)
            yield replace(found, place=problem.place)

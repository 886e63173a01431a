"""What a final postmortem lacks, as findings at its lines."""

from collections.abc import Iterable, Iterator
from itertools import islice

from incidentrepo.completeness import Gap
from incidentrepo.findings import Finding
from incidentrepo.model.place import Place
from incidentrepo.model.record import Record
from incidentrepo.rules.rule import Rule

# Past these a text is something else, and more of them say no more.
_AT_MOST = 20


def gap_findings(
    rule: Rule, record: Record, gaps: Iterable[Gap], *, message: str, hint: str
) -> Iterator[Finding]:
    """Yield each gap of the record's postmortem; `message` and `hint` may say `{subject}` and `{id}`."""
    first_line = record.postmortem.body_line if record.postmortem else 1
    for gap in islice(gaps, _AT_MOST):
        yield rule.finding(
            record,
            message=message.replace("{subject}", gap.subject),
            hint=hint.replace("{id}", record.incident.id),
            subject=f"postmortem {gap.subject}",
            path=record.postmortem_path,
            place=Place(line=first_line + gap.line - 1),
        )


def is_written_and_final(record: Record) -> bool:
    """Whether there is a postmortem that somebody called final, with anything in it."""
    postmortem = record.postmortem
    return postmortem is not None and postmortem.is_final and bool(postmortem.prose)

"""`declare --from-issue`: what somebody filed in an issue of the host, as an incident."""

from pathlib import Path
from typing import BinaryIO

import click

from incidentrepo.changes.declaring import meeting_place
from incidentrepo.changes.filed_issue import MOST_BYTES, FiledIssue, read_issue
from incidentrepo.changes.filing import FiledIncident, read_filed
from incidentrepo.changes.filing_answer import answer_declared, answer_refused
from incidentrepo.changes.selecting import find_source
from incidentrepo.cli.declare import make_incident
from incidentrepo.cli.session import Session
from incidentrepo.errors import StoreError, UsageError
from incidentrepo.model.ids import incident_folder
from incidentrepo.model.status import Kind
from incidentrepo.model.time import write_instant


def declare_issue(session: Session, file: BinaryIO, answer: Path | None, *, commit: bool) -> None:
    """Declare what the issue files, once: one that was declared already is answered again, and no more."""
    try:
        # One byte too many tells that there are more, in a file that may have no end.
        said = _declare(session, file.read(MOST_BYTES + 1), commit=commit)
    except UsageError as error:
        _write(answer, answer_refused(error))
        raise
    _write(answer, said)


def _declare(session: Session, data: bytes, *, commit: bool) -> str:
    """Return what to answer."""
    issue = read_issue(data)
    session.take_turn()
    folder = find_source(session.files, issue.url)
    if folder:
        click.echo(f"{folder.rpartition('/')[2]} was declared from this issue already.")
        return answer_declared(
            f"{session.clone.root}{folder}",
            issue_url=issue.url,
            called=None,
            people=session.config.people,
            left_out=(),
        )
    return _declare_first(session, issue, commit=commit)


def _declare_first(session: Session, issue: FiledIssue, *, commit: bool) -> str:
    filed = read_filed(issue, session.config, now=session.now)
    # The host's clock may be ahead of this machine's.
    filed_at = min(issue.filed_at, session.now)
    stamp = session.stamp(by=filed.by, at=write_instant(filed_at))
    declared = make_incident(session, stamp, filed.declaration, commit=commit)
    for item in filed.left_out:
        click.echo(f"Left out: {item}", err=True)
    return answer_declared(
        f"{session.clone.root}{incident_folder(declared.incident)}",
        issue_url=issue.url,
        called=_whom_to_call(filed, tuple(declared.crew.responders)),
        people=session.config.people,
        left_out=filed.left_out,
        meet_at=meeting_place(session.config.policy, declared.incident),
    )


def _whom_to_call(filed: FiledIncident, responders: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return whom the answer calls: None for what does not burn, and not whoever filed it."""
    if filed.declaration.kind is not Kind.INCIDENT:
        return None
    return tuple(handle for handle in responders if handle != filed.by)


def _write(file: Path | None, text: str) -> None:
    if file is None:
        return
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StoreError(
            f"the answer could not be written to {file}: {error.strerror}",
            hint="what was declared stays; with another --answer the same issue is only answered again",
        ) from error

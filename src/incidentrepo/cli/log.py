"""`log`: who changed what, when and why."""

import csv
import io
from zoneinfo import ZoneInfo

import click

from incidentrepo.changes.selecting import select_folder
from incidentrepo.cli.options import format_option
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.errors import NothingToCheck
from incidentrepo.model.change import Change
from incidentrepo.store.history import record_history


@click.command()
@click.argument("incident", required=False, metavar="[ID]")
@format_option(("text", "csv"))
@pass_session
def log(session: Session, incident: str | None, *, form: str) -> None:
    """Show the audit of one incident, from git: newest last."""
    changes = record_history(session.clone, select_folder(session.files, incident))
    if form == "csv":
        click.echo(_as_csv(changes), nl=False)
        return
    zone = _zone(session)
    for change in changes:
        signed = "signed" if change.is_signed else "not signed"
        when = f"{change.authored_at.astimezone(zone):%Y-%m-%d %H:%M %z}"
        click.echo(f"{change.commit_id[:10]}  {when}  {change.author.name}  {change.subject}")
        if change.committer != change.author:
            click.echo(f"            committed by {change.committer.name} <{change.committer.email}>")
        for line in change.body.splitlines():
            click.echo(f"            {line}")
        names = ", ".join(file.path.rsplit("/", 1)[-1] for file in change.files)
        click.echo(f"            {names}; {signed}")


def _zone(session: Session) -> ZoneInfo:
    """Return the policy's zone; what happened can be told without a policy that can be read, too."""
    try:
        return session.config.policy.calendar.zone
    except NothingToCheck:
        return ZoneInfo("UTC")


def _as_csv(changes: tuple[Change, ...]) -> str:
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(
        [
            "commit",
            "authored_at",
            "author",
            "committed_at",
            "committer",
            "signed",
            "subject",
            "reason",
            "files",
        ]
    )
    for change in changes:
        row = [
            change.commit_id,
            change.authored_at.isoformat(),
            f"{change.author.name} <{change.author.email}>",
            change.committed_at.isoformat(),
            f"{change.committer.name} <{change.committer.email}>",
            "yes" if change.is_signed else "no",
            change.subject,
            change.body,
            " ".join(file.path for file in change.files),
        ]
        writer.writerow([_harmless(cell) for cell in row])
    return written.getvalue()


def _harmless(cell: str) -> str:
    # A spreadsheet runs what begins like a formula: https://owasp.org/www-community/attacks/CSV_Injection
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell

"""`waive`: leave not to follow a rule, or not to pay a duty."""

import click

from incidentrepo.changes.waiving import Leave
from incidentrepo.changes.waiving import waive as write_waiver
from incidentrepo.cli.options import change_options, reason_option
from incidentrepo.cli.session import Session, pass_session


@click.command()
@click.argument("incident", required=False, metavar="[ID]")
@click.option("--rule", metavar="RULE", help="The rule that need not be followed.")
@click.option("--duty", metavar="DUTY", help="The duty that need not be paid.")
@reason_option("Why that is right here.")
@click.option("--approved-by", required=True, metavar="HANDLE", help="Who agreed: neither you nor the owner.")
@click.option("--until", metavar="DAY", help="The last day on which it holds; else for good.")
@change_options
@pass_session
def waive(
    session: Session,
    incident: str | None,
    *,
    rule: str | None,
    duty: str | None,
    reason: str,
    approved_by: str,
    until: str | None,
    by: str | None,
    at: str | None,
    commit: bool,
) -> None:
    """Let one incident off one rule or duty, with a reason and somebody else's word."""
    leave = Leave(rule=rule, duty=duty, reason=reason, approved_by=session.person(approved_by), until=until)
    config = session.config
    stamp = session.stamp(by=by, at=at)
    change = write_waiver(session.open(incident), stamp, leave, policy=config.policy, people=config.people)
    session.save(change, commit=commit)
    click.echo("It counts from the next change on: the one that brings it is judged without it.")

"""`doctor`: whether the gates hold, and who can read what."""

from dataclasses import replace

import click

from incidentrepo.cli.options import format_option
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.doctor.asking import ask
from incidentrepo.doctor.examining import examine, has_gap
from incidentrepo.doctor.looking import look
from incidentrepo.doctor.printing import write_json, write_text
from incidentrepo.store.host_program import ask_host

_GAP = 1


@click.command()
@click.option("--ask-host", "is_asking", is_flag=True, help="Ask GitHub or GitLab too, through gh or glab.")
@format_option(("text", "json"))
@pass_session
def doctor(session: Session, *, is_asking: bool, form: str) -> int:
    """
    Say which gates hold here, which are only advice, and who can read what.

    Run it in a clone, or on the server in the bare repository. Without --ask-host no other machine is
    asked for anything. Ends with 1 where a gate is missing.
    """
    clone = session.clone
    facts = look(clone)
    if is_asking:
        answer = ask(facts.host, facts.branch, lambda program, path: ask_host(clone, program, path))
        facts = replace(facts, answer=answer)
    verdicts = examine(facts)
    write = write_json if form == "json" else write_text
    click.echo(write(facts, verdicts), nl=False)
    return _GAP if has_gap(verdicts) else 0

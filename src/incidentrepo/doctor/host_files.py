"""What a host's gate is made of: the files of its CI, and whom it asks."""

from collections.abc import Iterator

from incidentrepo.doctor.facts import Facts
from incidentrepo.doctor.form import judge_form
from incidentrepo.doctor.hosts import PushHost
from incidentrepo.doctor.verdict import State, Verdict


def judge_host_files(facts: Facts) -> Iterator[Verdict]:
    """Yield how the check, its schedule and its owners stand; nothing where no host runs any."""
    if facts.host not in {PushHost.NONE, PushHost.PLAIN}:
        yield _check_in_ci(facts)
        yield from _pins(facts)
        yield _schedule(facts)
        yield _owners(facts)
        yield from judge_form(facts)
        yield from _readers(facts)


def _check_in_ci(facts: Facts) -> Verdict:
    why = "without it there is nothing that the host could require"
    if facts.ci.checks:
        return Verdict(
            about="check in CI", state=State.OK, seen=f"{', '.join(facts.ci.checks)} runs it", why=why
        )
    host = {PushHost.GITHUB: "github", PushHost.GITLAB: "gitlab"}.get(facts.host)
    command = f"incidentrepo init --ci {host}" if host else "incidentrepo check --base origin/main"
    return Verdict(
        about="check in CI", state=State.MISSING, seen="no file of CI runs it", why=why, next=command
    )


def _pins(facts: Facts) -> Iterator[Verdict]:
    if facts.ci.unpinned:
        yield Verdict(
            about="pins",
            state=State.ADVICE,
            seen=f"{', '.join(facts.ci.unpinned)} may change unseen",
            why="what the check is made of should be what was reviewed",
            next="name each action by its commit's hash",
        )


def _schedule(facts: Facts) -> Verdict:
    why = "errors never depend on the clock: only a schedule tells what is overdue"
    files = ", ".join(facts.ci.scheduled)
    if not files:
        return Verdict(
            about="schedule",
            state=State.ADVICE,
            seen="no file of CI runs `incidentrepo deadlines` on a schedule",
            why=why,
            next="run `incidentrepo deadlines` each workday",
        )
    if facts.host is PushHost.GITLAB:
        return Verdict(
            about="schedule",
            state=State.UNKNOWN,
            seen=f"{files} waits for a schedule, which is not seen from here",
            why=why,
            next="Build > Pipeline schedules: each workday",
        )
    return Verdict(about="schedule", state=State.OK, seen=f"{files} tells what is owed", why=why)


def _owners(facts: Facts) -> Verdict:
    why = "who edits the policy or the check decides how later changes are judged"
    if facts.owners_file and not facts.unowned:
        return Verdict(
            about="owners", state=State.OK, seen=f"{facts.owners_file} names who is asked", why=why
        )
    return Verdict(
        about="owners",
        state=State.ADVICE,
        seen=f"no CODEOWNERS names anybody for {', '.join(facts.unowned)}",
        why=why,
        next=f"add a line for each to {facts.owners_file or 'CODEOWNERS'}, and require review by code owners",
    )


def _readers(facts: Facts) -> Iterator[Verdict]:
    if facts.answer is not None and facts.answer.is_public:
        yield Verdict(
            about="readers",
            state=State.ADVICE,
            seen="the repository is public",
            why="everybody can read every record and its history, whatever `visibility` says",
            next="make it private, unless that is what you want",
        )

"""Whether a change that breaks policy is kept out."""

from incidentrepo.doctor.asking import PIPELINE
from incidentrepo.doctor.facts import Facts
from incidentrepo.doctor.hosts import PushHost
from incidentrepo.doctor.plans import Force, plans_of
from incidentrepo.doctor.verdict import State, Verdict

CHECK_NAME = "Check incidents"
"""What the job is called that `init --ci github` writes, and so the check that GitHub can require."""


def judge_gate(facts: Facts) -> Verdict:
    """Return whether something stands between a change and the branch that the records live on."""
    if facts.is_bare:
        return _server_hook(facts)
    match facts.host:
        case PushHost.NONE:
            return Verdict(
                about="gate",
                state=State.ADVICE,
                seen="there is no remote, so nothing judges a change but this machine",
                why="a hook here can be passed over",
                next="git remote add origin ADDRESS",
            )
        case PushHost.PLAIN | PushHost.OTHER:
            return Verdict(
                about="gate",
                state=State.UNKNOWN,
                seen=f"the remote is {facts.host}; its hooks are not seen from here",
                why="only what the server refuses stays out",
                next="on the server, in the bare repository: incidentrepo hook install",
            )
        case _:
            return _required_check(facts)


def _server_hook(facts: Facts) -> Verdict:
    why = "a push is judged before it is taken, whoever makes it"
    if facts.hook:
        return Verdict(about="gate", state=State.OK, seen=f"{facts.hook} judges each push", why=why)
    return Verdict(
        about="gate",
        state=State.MISSING,
        seen="no pre-receive hook calls incidentrepo",
        why=why,
        next="incidentrepo hook install",
    )


def _required_check(facts: Facts) -> Verdict:
    why = "a check that is not required can be merged over"
    settings = " | ".join(
        dict.fromkeys(plan.how for plan in plans_of(facts.host) if plan.force is Force.GATE)
    )
    if facts.answer is None:
        seen = f"whether {facts.host} requires the check is not seen from here"
        return Verdict(
            about="gate", state=State.UNKNOWN, seen=seen, why=why, next=_ask_or(settings, facts.host)
        )
    wanted = PIPELINE if facts.host is PushHost.GITLAB else CHECK_NAME
    if wanted in facts.answer.required:
        seen = f"{facts.host} requires {wanted} on {facts.branch}"
        return Verdict(about="gate", state=State.OK, seen=seen, why=why)
    others = f", but {', '.join(facts.answer.required)}" if facts.answer.required else ""
    seen = f"{facts.host} does not require {wanted} on {facts.branch}{others}"
    return Verdict(about="gate", state=State.MISSING, seen=seen, why=why, next=settings)


def _ask_or(settings: str, host: PushHost) -> str:
    return "incidentrepo doctor --ask-host" if host in {PushHost.GITHUB, PushHost.GITLAB} else settings

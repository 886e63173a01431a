"""A diagnosis as text for people, and as JSON for tools: schema/doctor.schema.json."""

import json
from collections.abc import Iterable, Iterator

from incidentrepo.doctor.facts import Facts
from incidentrepo.doctor.plans import plans_of
from incidentrepo.doctor.readers import READERS
from incidentrepo.doctor.verdict import State, Verdict

VERSION = 1


def write_text(facts: Facts, verdicts: tuple[Verdict, ...]) -> str:
    """Return how each thing stands, with what to do next, and who can read what."""
    lines = [line for verdict in verdicts for line in _verdict_lines(verdict)]
    if any(verdict.about == "gate" and verdict.state is not State.OK for verdict in verdicts):
        lines += _plan_lines(facts)
    lines += ["Who can read what", *(f"  {what}: {who}" for what, who in READERS[facts.host])]
    return "\n".join([*lines, _sum_up(verdicts), ""])


def write_json(facts: Facts, verdicts: tuple[Verdict, ...]) -> str:
    """Return the same as one JSON object."""
    content = {
        "version": VERSION,
        "host": facts.host.value,
        "branch": facts.branch,
        "verdicts": [
            {
                "about": verdict.about,
                "state": verdict.state.value,
                "seen": verdict.seen,
                "why": verdict.why,
                "next": verdict.next,
            }
            for verdict in verdicts
        ],
        "readers": [{"what": what, "who": who} for what, who in READERS[facts.host]],
    }
    return json.dumps(content, indent=2) + "\n"


def _verdict_lines(verdict: Verdict) -> Iterator[str]:
    yield f"{verdict.state:<8} {verdict.about}: {verdict.seen}"
    if verdict.state is not State.OK:
        yield f"{'':<8}   why: {verdict.why}"
        yield f"{'':<8}   next: {verdict.next}"


def _plan_lines(facts: Facts) -> Iterator[str]:
    plans = plans_of(facts.host)
    if plans:
        yield f"What a failed check is on {facts.host}, by plan"
        yield from (f"  {plan.name}: {plan.force}; {plan.how}" for plan in plans)


def _sum_up(verdicts: Iterable[Verdict]) -> str:
    states = [verdict.state for verdict in verdicts]
    counts = (f"{states.count(state)} {state}" for state in State if state in states)
    return f"{', '.join(counts)}."

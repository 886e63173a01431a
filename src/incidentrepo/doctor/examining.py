"""What the facts mean: which gates hold, which only advise, and what to do next."""

from collections.abc import Iterable

from incidentrepo.doctor.clone_settings import judge_clone, judge_policy
from incidentrepo.doctor.facts import Facts
from incidentrepo.doctor.gate import judge_gate
from incidentrepo.doctor.host_files import judge_host_files
from incidentrepo.doctor.verdict import State, Verdict


def examine(facts: Facts) -> tuple[Verdict, ...]:
    """Return a verdict on the gate, then on what helps it to hold."""
    # A server's repository has no files checked out, and nobody who works in it.
    clone = () if facts.is_bare else (*judge_host_files(facts), *judge_clone(facts))
    return (judge_gate(facts), *clone, *judge_policy(facts))


def has_gap(verdicts: Iterable[Verdict]) -> bool:
    """Whether something is missing without which nothing is kept out."""
    return any(verdict.state is State.MISSING for verdict in verdicts)

"""How this clone is set up, for whoever works in it."""

from collections.abc import Iterator

from incidentrepo.doctor.facts import Facts
from incidentrepo.doctor.verdict import State, Verdict


def judge_clone(facts: Facts) -> Iterator[Verdict]:
    """Yield how the branch, the hook and git's own settings stand."""
    yield _branch(facts)
    yield _hook(facts)
    yield from _history(facts)
    yield from _person(facts)
    yield _signing(facts)


def _branch(facts: Facts) -> Verdict:
    why = "records live on the branch that is protected"
    if facts.branch == facts.default_branch:
        return Verdict(about="branch", state=State.OK, seen=f"records live on {facts.branch}", why=why)
    seen = f"the policy says {facts.branch}, and the default branch is {facts.default_branch}"
    return Verdict(
        about="branch", state=State.ADVICE, seen=seen, why=why, next="set `branch` in incidentrepo.yaml"
    )


def _hook(facts: Facts) -> Verdict:
    why = "it tells you before others see it; being yours to pass over, it is no gate"
    if facts.hook:
        return Verdict(about="hook here", state=State.OK, seen=f"{facts.hook} calls incidentrepo", why=why)
    return Verdict(
        about="hook here",
        state=State.ADVICE,
        seen="no hook checks a commit on this machine",
        why=why,
        next="incidentrepo hook install",
    )


def _history(facts: Facts) -> Iterator[Verdict]:
    if facts.is_shallow:
        yield Verdict(
            about="history",
            state=State.ADVICE,
            seen="this clone is shallow",
            why="`log` and merges need the commits that were left out",
            next="git fetch --unshallow",
        )


def _person(facts: Facts) -> Iterator[Verdict]:
    if facts.user:
        yield Verdict(
            about="you",
            state=State.ADVICE,
            seen=f"people.yaml does not know {facts.user}",
            why="entries say who did what by these handles",
            next="git config user.email ADDRESS, or have the address added to people.yaml",
        )


def _signing(facts: Facts) -> Verdict:
    why = "a commit's author is what its committer typed"
    if facts.is_signing:
        return Verdict(about="signing", state=State.OK, seen="your commits are signed", why=why)
    return Verdict(
        about="signing",
        state=State.ADVICE,
        seen="your commits are not signed",
        why=why,
        next="git config commit.gpgSign true, where authors have to be proven",
    )


def judge_policy(facts: Facts) -> Iterator[Verdict]:
    """Yield whether the policy says from when it holds, and where the world finds what it is told."""
    yield _adoption(facts)
    if facts.is_without_address:
        yield Verdict(
            about="address",
            state=State.ADVICE,
            seen="the policy does not say where the public site will be",
            why="its feeds, its calendar and api/v2/ lead nowhere without",
            next="set `publishing.url` in incidentrepo.yaml",
        )


def _adoption(facts: Facts) -> Verdict:
    why = "incidents from before that day owe nothing"
    if facts.has_adopted:
        return Verdict(about="policy", state=State.OK, seen="it says when it was adopted", why=why)
    return Verdict(
        about="policy",
        state=State.ADVICE,
        seen="it does not say when it was adopted",
        why=why,
        next="set `adopted_on` in incidentrepo.yaml",
    )

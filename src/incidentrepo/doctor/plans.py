"""
What a host lets be required on each of its plans: whether a check of ours is a gate there.

As the hosts' own documentation had it in 2026; plans change.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from incidentrepo.doctor.hosts import PushHost


class Force(StrEnum):
    """What a failed check does."""

    GATE = "gate"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One host and plan; `how` is the setting that makes the gate, or why there is none."""

    host: PushHost
    name: str
    force: Force
    how: str
    review: str


_RULESET = "Settings > Rules > Rulesets: require the status check `Check incidents`, with nobody to bypass it"
_PIPELINES = (
    "Settings > Merge requests: Pipelines must succeed; Settings > Repository: nobody pushes to the branch"
)
_OWNERS_CAN = "can be required, by code owners"

PLANS = (
    Plan(
        host=PushHost.GITHUB,
        name="GitHub Free, private repository",
        force=Force.ADVICE,
        how="neither rulesets nor protected branches there: nothing can be required",
        review="is asked for only",
    ),
    Plan(
        host=PushHost.GITHUB,
        name="GitHub Free, public repository",
        force=Force.GATE,
        how=_RULESET,
        review=_OWNERS_CAN,
    ),
    Plan(host=PushHost.GITHUB, name="GitHub Pro, Team", force=Force.GATE, how=_RULESET, review=_OWNERS_CAN),
    Plan(
        host=PushHost.GITHUB,
        name="GitHub Enterprise Cloud",
        force=Force.GATE,
        how=f"{_RULESET}; or the organisation's own ruleset, over all of its repositories",
        review=_OWNERS_CAN,
    ),
    Plan(
        host=PushHost.GITHUB,
        name="GitHub Enterprise Server",
        force=Force.GATE,
        how=f"{_RULESET}; or a pre-receive hook, which its administrators add",
        review=_OWNERS_CAN,
    ),
    Plan(
        host=PushHost.GITLAB,
        name="GitLab.com Free",
        force=Force.GATE,
        how=_PIPELINES,
        review="is optional",
    ),
    Plan(
        host=PushHost.GITLAB,
        name="GitLab.com Premium, Ultimate",
        force=Force.GATE,
        how=_PIPELINES,
        review=_OWNERS_CAN,
    ),
    Plan(
        host=PushHost.GITLAB,
        name="GitLab, your own server",
        force=Force.GATE,
        how=f"{_PIPELINES}; or a server hook, `incidentrepo hook pre-receive`, which its administrators add",
        review="as on the plans of GitLab.com",
    ),
    Plan(
        host=PushHost.GITEA,
        name="Gitea, Forgejo",
        force=Force.GATE,
        how="Settings > Branches: protect the branch and enable its status checks; or a server hook",
        review="approvals can be required",
    ),
    Plan(
        host=PushHost.BITBUCKET,
        name="Bitbucket Cloud Free, Standard",
        force=Force.ADVICE,
        how="merge checks warn, and let merge all the same",
        review="is asked for only",
    ),
    Plan(
        host=PushHost.BITBUCKET,
        name="Bitbucket Cloud Premium",
        force=Force.GATE,
        how="Repository settings > Merge checks: prevent a merge with unresolved merge checks",
        review="approvals can be required",
    ),
    Plan(
        host=PushHost.PLAIN,
        name="A bare repository on a server of yours",
        force=Force.GATE,
        how="`incidentrepo hook install` in it writes its pre-receive hook",
        review="there is none",
    ),
)


def plans_of(host: PushHost) -> tuple[Plan, ...]:
    """Return the plans of one host."""
    return tuple(plan for plan in PLANS if plan.host is host)


def plan_rows() -> Iterator[str]:
    """Yield the lines of a Markdown table of all plans."""
    yield "| host and plan | a failed check is | because of | review |"
    yield "|---|---|---|---|"
    for plan in PLANS:
        yield f"| {plan.name} | {plan.force} | {plan.how} | {plan.review} |"

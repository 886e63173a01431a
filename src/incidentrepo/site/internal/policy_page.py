"""The policy for people: how do we do this here?"""

from incidentrepo.site.internal.context import Context
from incidentrepo.site.page import Heading, Page

PATH = "policy/"
_PARTS = (
    ("file", "What should I file?"),
    ("bad", "How bad is it?"),
    ("next", "What happens next?"),
    ("owed", "What is owed, and when?"),
    ("read", "Who can read it?"),
)


def make_policy_page(context: Context) -> Page:
    """Return the policy, for a newcomer from any department."""
    policy = context.edition.policy
    return context.page(
        "internal/policy.html",
        PATH,
        title="How we do this here",
        description=f"What to file at {policy.organisation}, how bad it is, and what happens next.",
        headings=[Heading(level=2, id=f"ir-{name}", title=title) for name, title in _PARTS],
        navigation="How we do this",
        policy=policy,
        parts=dict(_PARTS),
    )

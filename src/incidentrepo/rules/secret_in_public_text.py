"""Rule: secret-in-public-text."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.leaks.leak import LeakKind
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.public_texts import find_in_public
from incidentrepo.rules.rule import Rule


class SecretInPublicText(Rule):
    """
    ## What it flags

    A password, key or token in `public.md`, its title or address, or in an update for the world.

    Known makes are found anywhere: keys and tokens of AWS, Google, Azure, GitHub, GitLab, Slack, Stripe,
    Twilio, npm, PyPI, OpenAI, Anthropic and others, private keys, JSON web tokens.
    Others are found where they are assigned or sent: `password=...`, `api_key: ...`, `Bearer ...`,
    `https://user:password@...`.
    The finding says where it is, and never repeats it.

    ## Why it matters

    Whoever reads the page can use it, and so can whoever reads a copy of the page in ten years.
    It is in git's history too, and there it stays when the line is gone.

    ## Example

    ```markdown
    Restart it with `curl https://deploy:NOT-A-REAL-PASSWORD@ci.example.org/restart`.
    ```

    ## Instead

    ```markdown
    Restart it in the deployment tool.
    ```

    ## Fix

    Revoke it first, where it was made: it has been read by all who have the repository.
    Then take it out.
    """

    id = "secret-in-public-text"
    summary = "a secret in text for the world"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each place of a secret."""
        return find_in_public(self, LeakKind.SECRET, record, context)

"""What the tests look for: an organisation, and secrets, each put together here: no scanner stops at it."""

from incidentrepo.leaks.finding import find_kind
from incidentrepo.leaks.known import Known, know
from incidentrepo.leaks.leak import LeakKind
from incidentrepo.model.people import People, Person
from incidentrepo.model.policy import Publishing

_NAMES = {
    "ada": "Ada Pereira",
    "grace": "Grace Odum",
    "noor": "Noor el-Haddawi",
    "b.king": "Bo King",
    "cher": "Cher",
}
PEOPLE = People(
    by_handle={
        handle: Person(
            handle=handle, name=name, emails=(f"{handle}@tern.example",), logins=(f"{handle}-tern",)
        )
        for handle, name in _NAMES.items()
    },
    is_declared=True,
)
PUBLISHING = Publishing(
    denied_terms=("Acme", "Hoeve Merelstein", "C&A", "Café Zoé", "株式会社ゼファー"),
    internal_hosts=("corp.tern.example", "*.vault.tern.example", "db7"),
    contacts=("seeds@tern.example",),
)
KNOWN: Known = know(PEOPLE, PUBLISHING, ids=frozenset({"2026-11-02-checkout-errors", "INC-204"}))


def found_in(text: str, kind: LeakKind, known: Known = KNOWN) -> list[str]:
    """Return what of one kind is found in `text`, as it is written there."""
    return [text[leak.start : leak.start + leak.length] for leak in find_kind(kind, text, known)]


LETTERS = "aB3dE6gH9jK2mN5pQ8sT1vW4yZ7bC0fX"

SECRETS = {
    "an AWS access key": "AKIA" + "QWERTYUIOPASDFGH",
    "a Google API key": "AIza" + LETTERS + "abc",
    "a GitHub token": "ghp_" + LETTERS + "abcd",
    "a GitLab token": "glpat-" + LETTERS[:20],
    "a Slack token": "xoxb-" + "123456789012-" + LETTERS,
    "a Stripe key": "sk_live_" + LETTERS,
    "a Twilio API key": "SK" + "0123456789abcdef" * 2,
    "an npm token": "npm_" + LETTERS + "abcd",
    "a PyPI token": "pypi-" + LETTERS * 2,
    "an OpenAI key": "sk-proj-" + LETTERS,
    "an Anthropic key": "sk-ant-api03-" + LETTERS,
    "an Azure storage key": "AccountKey=" + LETTERS * 2 + "==",
    "a JSON web token": "eyJ" + LETTERS + ".eyJ" + LETTERS + "." + LETTERS,
    "a private key": "-----BEGIN RSA " + "PRIVATE KEY-----\n" + LETTERS,
}
"""By what they are called, one of each well-known make."""

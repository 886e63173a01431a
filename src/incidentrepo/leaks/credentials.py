"""What the credentials of well-known services look like: each has a mark that needs no guessing."""

from dataclasses import dataclass

# A token begins where a word does; in front of it stand the `=` of a setting and the `/` of an address too.
_ALONE = r"(?<![A-Za-z0-9_])"
_END = r"(?![A-Za-z0-9/+_=-])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Credential:
    """
    A kind of credential: `marks`, one of which a text with one must hold, and what it looks like.

    The pattern is text: most texts hold no mark at all, and patterns take long to compile.
    """

    what: str
    marks: tuple[str, ...]
    pattern: str


def _token(what: str, marks: str, pattern: str) -> Credential:
    return Credential(what=what, marks=tuple(marks.split()), pattern=f"{_ALONE}(?:{pattern}){_END}")


def _shape(what: str, marks: str, pattern: str) -> Credential:
    return Credential(what=what, marks=tuple(marks.split()), pattern=pattern)


# Each as its service documents it, or as GitHub's and GitLab's own scanners look for it:
# https://docs.github.com/en/code-security/reference/secret-security/supported-secret-scanning-patterns
CREDENTIALS = (
    _token("an AWS access key", "AKIA ASIA", r"(?:AKIA|ASIA)(?!\w*EXAMPLE)[A-Z2-7]{16}"),
    _token("a Google API key", "AIza", r"AIza[\w-]{35}"),
    _token("a Google client secret", "GOCSPX-", r"GOCSPX-[\w-]{28}"),
    _token("a Google access token", "ya29.", r"ya29\.[\w-]{20,}"),
    _token("an Azure client secret", "8Q~ 7Q~", r"[\w~.-]{3}[78]Q~[\w~.-]{31,34}"),
    _token("a GitHub token", "ghp_ gho_ ghu_ ghs_ ghr_", r"gh[pousr]_[A-Za-z0-9]{36,255}"),
    _token("a GitHub token", "github_pat_", r"github_pat_\w{50,255}"),
    _token("a GitLab token", "glpat- gldt- glrt- glcbt- glptt- glft- glagent-", r"gl[a-z]{2,5}-[\w.-]{20,}"),
    _token("a Slack token", "xox xapp-", r"(?:xox[abceoprs]|xapp)-[A-Za-z0-9-]{10,}"),
    _shape("a Slack webhook", "hooks.slack.com/", r"hooks\.slack\.com/(?:services|workflows)/[\w/]{20,}"),
    _shape("a Discord webhook", "/api/webhooks/", r"discord(?:app)?\.com/api/webhooks/\d{5,}/[\w-]{20,}"),
    _token("a Stripe key", "k_live_ k_test_", r"[rs]k_(?:live|test)_[A-Za-z0-9]{16,}"),
    _token("a webhook's signing secret", "whsec_", r"whsec_[A-Za-z0-9+/=]{24,}"),
    _token("a Twilio API key", "SK", r"SK[0-9a-f]{32}"),
    _token("a SendGrid key", "SG.", r"SG\.[\w-]{16,32}\.[\w-]{16,64}"),
    _token("an npm token", "npm_", r"npm_[A-Za-z0-9]{36}"),
    _token("a PyPI token", "pypi-", r"pypi-[\w-]{50,}"),
    _token("an Anthropic key", "sk-ant-", r"sk-ant-[\w-]{20,}"),
    _token("an OpenAI key", "sk-", r"sk-(?:(?:proj|svcacct|admin)-[\w-]{20,}|[A-Za-z0-9]{40,})"),
    _token("a Hugging Face token", "hf_", r"hf_[A-Za-z0-9]{30,}"),
    _token("a DigitalOcean token", "_v1_", r"do[opr]_v1_[0-9a-f]{64}"),
    _token("a Docker token", "dckr_", r"dckr_[po]at_[\w-]{20,}"),
    _token("a Shopify token", "shp", r"shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32}"),
    _token("a Vault token", "hvs. hvb.", r"hv[sb]\.[\w-]{24,}"),
    _token("a Grafana token", "glsa_ glc_", r"glsa_\w{32}_[0-9a-fA-F]{8}|glc_[A-Za-z0-9+/=]{32,}"),
    _token("a Telegram bot token", ":AA", r"\d{8,10}:AA[\w-]{33}"),
    _token("a JSON web token", "eyJ", r"eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}"),
    _shape(
        "a private key",
        "PRIVATE",
        # The header alone is how one speaks of a key; what follows makes it one.
        r"-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----(?:\\[rn]|[\s>])+[A-Za-z0-9+/=:,-]{16,}",
    ),
    _shape("an age secret key", "AGE-SECRET-KEY-", r"AGE-SECRET-KEY-1[A-Z0-9]{50,}"),
    _shape("an Azure storage key", "ccountKey", r"AccountKey=[A-Za-z0-9+/]{40,}={0,2}"),
    _shape("an Azure signature", "sig=", r"[?&]sig=[A-Za-z0-9%+/]{30,}={0,2}"),
)

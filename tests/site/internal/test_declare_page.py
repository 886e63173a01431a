"""The form to declare."""

from dataclasses import replace

from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.model.filing_form import FORM_FIELDS
from incidentrepo.model.host import Host
from incidentrepo.model.policy import Filing, Policy
from incidentrepo.model.tags import Tag, Tags
from incidentrepo.site.internal.declare_page import make_declare_page
from incidentrepo.site.style import ASSETS
from tests.site.editions import context

REPOSITORY = "https://github.com/acme/incidents"
ON_GITHUB = Filing(host=Host.GITHUB, repository=REPOSITORY)


def show(policy: Policy, **fields: object) -> str:
    return make_declare_page(context(policy=policy, **fields)).html


def test_where_to() -> None:
    """
    It leads to the host that the policy names, also without a script.
    """
    html = show(replace(DEFAULT_POLICY, filing=ON_GITHUB))

    assert f'data-ir-repository="{REPOSITORY}"' in html
    _, _, without_script = html.partition("<noscript>")
    assert f'<a href="{REPOSITORY}/issues/new?template=incident.yml">' in without_script
    assert "Go on to GitHub" in html


def test_gitlab() -> None:
    """
    On GitLab the template of the same form is named.
    """
    filing = Filing(host=Host.GITLAB, repository="https://gitlab.example/acme/incidents")

    assert "/-/issues/new?issuable_template=Incident" in show(replace(DEFAULT_POLICY, filing=filing))


def test_nowhere() -> None:
    """
    Where the policy names no host there is the command, and how to have more.
    """
    html = show(DEFAULT_POLICY)

    assert "Go on" not in html
    assert html.index("Nothing is sent from this page") < html.index("<form")
    assert '<a href="../policy/">What to file' in html
    assert "<code>filing:</code>" in html
    assert "incidentrepo declare" in html


def test_choices() -> None:
    """
    Severities come with what they mean, the guide with its questions, tags and services apart.
    """
    tags = Tags(
        by_name={
            "press": Tag(name="press", description="Somebody writes about us."),
            "checkout": Tag(name="checkout", is_service=True),
        },
        is_declared=True,
    )

    html = show(DEFAULT_POLICY, tags=tags)

    assert html.count('name="severity"') == len(DEFAULT_POLICY.severities)
    assert html.count("data-ir-question=") == len(DEFAULT_POLICY.severity_guide)
    assert 'name="tags" value="press"' in html
    assert 'name="services" value="checkout"' in html
    assert "Somebody writes about us." in html


def test_same_form() -> None:
    """
    The script hands over each field under the id and the label that are read back.
    """
    script = (ASSETS / "pages/declare.js").read_text(encoding="utf-8")

    assert all(f'["{field.id}", "{field.label}"]' in script for field in FORM_FIELDS)

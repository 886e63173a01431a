from dataclasses import replace

from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.model.policy import Answer, Question
from incidentrepo.model.severity import Severity
from incidentrepo.site.internal.policy_page import make_policy_page
from incidentrepo.site.markdown import plain_text
from tests.site.editions import context

GUIDE = (
    Question(id="hurt", question="What is hurt?", answers=(Answer(answer="people", next="harm"),)),
    Question(
        id="harm",
        question="Could somebody come to harm?",
        answers=(Answer(answer="yes", severity=Severity.SEV1),),
    ),
)


def test_guide_is_clickable() -> None:
    """
    An answer leads to its question, or ends in a severity.
    """
    html = make_policy_page(context(policy=replace(DEFAULT_POLICY, severity_guide=GUIDE))).html

    assert '<a class="ir-guide__end" href="#ir-question-harm">Could somebody come to harm?</a>' in html
    assert '<fieldset class="ir-question" data-ir-question="harm" id="ir-question-harm">' in html
    assert 'data-ir-next="harm"' in html


def test_what_is_owed() -> None:
    """
    The table says for each severity what policy asks, in its own words.
    """
    words = plain_text(make_policy_page(context()).html)

    assert "SEV1 every 30 minutes within 3 business days within 10 business days within 30 days" in words
    assert "SEV3 when there is news within 10 business days, one sentence is enough if you like" in words

from dataclasses import replace
from pathlib import Path

import pytest

from incidentrepo.changes.starting_ci import start_ci
from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.doctor.facts import FormFile
from incidentrepo.doctor.form import judge_form, read_form
from incidentrepo.doctor.verdict import State
from incidentrepo.model.filing_form import FORM_FILE, TEMPLATE_FILE
from incidentrepo.model.host import Host
from incidentrepo.model.policy import Filing, Policy, SeverityPolicy
from incidentrepo.model.severity import Severity
from incidentrepo.store.disk import DiskFiles
from tests.doctor.test_examining import GOOD

PLACES = {Host.GITHUB: FORM_FILE, Host.GITLAB: TEMPLATE_FILE}
FILING = Filing(host=Host.GITHUB, repository="https://github.com/acme/incidents")
LED_TO = replace(DEFAULT_POLICY, filing=FILING)


@pytest.fixture(params=Host, ids=str)
def path(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where the form is that was made of the first policy."""
    files = start_ci(
        request.param,
        root="",
        branch="main",
        administrators=(),
        severities=DEFAULT_POLICY.severities.values(),
        is_there=lambda _: False,
    ).files
    path = PLACES[request.param]
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_bytes(files[path])
    return path


def with_severity(severity: Severity, label: str) -> Policy:
    one = SeverityPolicy(severity=severity, label=label)
    return replace(LED_TO, severities={**LED_TO.severities, severity: one})


def test_none(tmp_path: Path) -> None:
    """
    Where there is no form, nothing is said of it.
    """
    form = read_form(DiskFiles(tmp_path), LED_TO)

    assert (form, list(judge_form(replace(GOOD, form=form)))) == (None, [])


@pytest.mark.parametrize(
    ("policy", "differs_in"),
    (
        (LED_TO, ()),
        (with_severity(Severity.SEV4, "Slight"), ("SEV4",)),
        (with_severity(Severity.SEV2, "Grave"), ("SEV2",)),
        (replace(LED_TO, severities={Severity.SEV1: LED_TO.severities[Severity.SEV1]}), ("SEV2", "SEV3")),
    ),
    ids=("the same", "one more", "another label", "two fewer"),
)
def test_against_the_policy(tmp_path: Path, path: str, policy: Policy, differs_in: tuple[str, ...]) -> None:
    """
    A form that says of severities what the policy no longer says is told, with those.
    """
    form = read_form(DiskFiles(tmp_path), policy)

    assert form == FormFile(path=path, differs_in=differs_in, is_led_to=True)
    (verdict,) = judge_form(replace(GOOD, form=form))
    assert verdict.state is (State.ADVICE if differs_in else State.OK)
    assert all(severity in verdict.seen for severity in differs_in)


def test_not_led_to(tmp_path: Path, path: str) -> None:
    """
    A form to which the internal site does not lead is told, with the setting that is missing.
    """
    form = read_form(DiskFiles(tmp_path), DEFAULT_POLICY)

    (verdict,) = judge_form(replace(GOOD, form=form))
    assert verdict.seen == f"{path} is there, and the internal site does not lead to it"
    assert verdict.next == "set `filing` in incidentrepo.yaml"

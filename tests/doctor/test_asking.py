import pytest

from incidentrepo.doctor.asking import PIPELINE, ask
from incidentrepo.doctor.facts import HostAnswer
from incidentrepo.doctor.hosts import PushHost
from incidentrepo.errors import StoreError, UsageError

GITHUB = "repos/{owner}/{repo}"
RULES = [
    {"type": "deletion"},
    {
        "type": "required_status_checks",
        "parameters": {"required_status_checks": [{"context": "Check incidents"}]},
    },
]
PROTECTION = {"protection": {"required_status_checks": {"contexts": ["tests"]}}}


def answer(host: PushHost, answers: dict[str, object]) -> HostAnswer:
    return ask(host, "ops/main", lambda _, path: answers.get(path))


def test_github() -> None:
    """
    What rulesets require counts, and what branch protection does; a branch's name is no path.
    """
    found = answer(
        PushHost.GITHUB,
        {
            GITHUB: {"visibility": "public"},
            f"{GITHUB}/rules/branches/ops%2Fmain": RULES,
            f"{GITHUB}/branches/ops%2Fmain": PROTECTION,
        },
    )

    assert found == HostAnswer(is_public=True, required=("Check incidents", "tests"))


def test_nothing_is_required() -> None:
    """
    A branch that no rule speaks of requires nothing.
    """
    assert answer(PushHost.GITHUB, {GITHUB: {"visibility": "private"}}) == HostAnswer(
        is_public=False, required=()
    )


@pytest.mark.parametrize(
    ("pipelines", "pushers", "required"),
    ((True, [0], (PIPELINE,)), (True, [40], ()), (True, [], ()), (False, [0], ())),
)
def test_gitlab(pipelines: bool, pushers: list[int], required: tuple[str, ...]) -> None:  # noqa: FBT001
    """
    A pipeline that must succeed is a gate where nobody may push past the merge request.
    """
    found = answer(
        PushHost.GITLAB,
        {
            "projects/:id": {
                "visibility": "private",
                "only_allow_merge_if_pipeline_succeeds": pipelines,
            },
            "projects/:id/protected_branches/ops%2Fmain": {
                "push_access_levels": [{"access_level": level} for level in pushers]
            },
        },
    )

    assert found == HostAnswer(is_public=False, required=required)


def test_unknown_repository() -> None:
    """
    A host that does not know the repository says nothing of its gates.
    """
    with pytest.raises(StoreError, match="does not know this repository"):
        answer(PushHost.GITHUB, {})


def test_host_without_a_program() -> None:
    """
    A host that has no program to ask with is not asked.
    """
    with pytest.raises(UsageError):
        answer(PushHost.BITBUCKET, {})

from pathlib import Path

import pytest

from incidentrepo.doctor.hosts import PushHost
from incidentrepo.doctor.plans import Force, plan_rows, plans_of

TOP = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "host", tuple(host for host in PushHost if host not in {PushHost.OTHER, PushHost.NONE, PushHost.PLAIN})
)
def test_each_host_has_a_gate(host: PushHost) -> None:
    """
    For each host that is known there is a plan on which a failed check keeps a change out.
    """
    assert Force.GATE in {plan.force for plan in plans_of(host)}


@pytest.mark.parametrize("page", ("README.md", "docs/hosts.md"))
def test_pages(page: str) -> None:
    """
    The pages show the table that `doctor` speaks from.
    """
    assert "\n".join(plan_rows()) in (TOP / page).read_text(encoding="utf-8")

import json
from dataclasses import replace

import jsonschema
import pytest

from incidentrepo.doctor.examining import examine
from incidentrepo.doctor.hosts import PushHost
from incidentrepo.doctor.printing import write_json, write_text
from incidentrepo.documents.schemas import load_schema
from tests.doctor.test_examining import GOOD


def test_text() -> None:
    """
    What is well is a line, what is not says why it matters and what comes next, and a last line counts.
    """
    facts = replace(GOOD, answer=None, hook=None)

    lines = write_text(facts, examine(facts)).splitlines()

    assert lines[:3] == [
        "unknown  gate: whether GitHub requires the check is not seen from here",
        "           why: a check that is not required can be merged over",
        "           next: incidentrepo doctor --ask-host",
    ]
    assert "ok       branch: records live on main" in lines
    assert any(line.startswith("  GitHub Free, private repository: advice; ") for line in lines)
    assert lines[-1] == "6 ok, 1 advice, 1 unknown."


@pytest.mark.parametrize("host", tuple(PushHost))
def test_json(host: PushHost) -> None:
    """
    The same is told to tools, as its schema has it, of every host.
    """
    facts = replace(GOOD, host=host, answer=None)

    content = json.loads(write_json(facts, examine(facts)))

    jsonschema.Draft202012Validator(load_schema("doctor")).validate(content)
    assert content["verdicts"][0]["about"] == "gate"

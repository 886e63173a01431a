import re

import pytest
import yaml

from incidentrepo import __version__
from incidentrepo.changes.ci_templates import ACTIONS, fill_template, write_action, write_component
from tests.source_tree import TOP

PINNED = re.compile(r"[a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+[.][0-9]+[.][0-9]+")


def test_what_is_shipped_is_generated() -> None:
    """
    The action and the component at the top are what the templates make.
    """
    assert (TOP / "action.yml").read_text(encoding="utf-8") == write_action()
    assert (TOP / "templates/incidentrepo.yml").read_text(encoding="utf-8") == write_component()


def test_the_component_installs_this_version() -> None:
    """
    A component of one version checks with the tool of that version, unless its user says otherwise.
    """
    inputs = next(yaml.safe_load_all(write_component()))["spec"]["inputs"]

    assert inputs["requirement"]["default"] == f"incidentrepo=={__version__}"


def test_actions_are_pinned() -> None:
    """
    Each action is named by a commit, with the version that a person reads.
    """
    assert [name for name in ACTIONS.values() if not PINNED.fullmatch(name)] == []


def test_a_word_that_is_not_given() -> None:
    """
    A template never comes out with a hole in it.
    """
    with pytest.raises(KeyError, match="IMAGE"):
        fill_template("gitlab_jobs.yml", {})

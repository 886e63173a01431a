"""What a host's CI runs: templates, the scripts they hold, and the actions that are pinned in them."""

import re
from collections.abc import Mapping
from pathlib import Path

from incidentrepo import __version__

_FOLDER = Path(__file__).resolve().parent / "ci_files"
_SCRIPTS = re.compile(r"^(?P<indent> *)# script: (?P<names>.+)\n", re.MULTILINE)
_WORD = re.compile(r"@([A-Z_]+)@")

# How these are renewed: CONTRIBUTING.md.
ACTIONS = {
    "CHECKOUT": "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2",
    "SETUP_PYTHON": "actions/setup-python@a309ff8b426b58ec0e2a45f0f869d46889d02405 # v6.2.0",
    "UPLOAD_ARTIFACT": "actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0",
    "UPLOAD_PAGES": "actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0",
    "DEPLOY_PAGES": "actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5",
}


def fill_template(name: str, words: Mapping[str, str]) -> str:
    """Return a template with its scripts and words in place; raise KeyError on an unknown `@WORD@`."""
    known = {**ACTIONS, "VERSION": __version__, **words}
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return _SCRIPTS.sub(_write_scripts, _WORD.sub(lambda match: known[match[1]], text))


def write_component() -> str:
    """Return the component that GitLab projects include."""
    inputs = ("root", "stage", "requirement", "image")
    words = {name.upper(): f"$[[ inputs.{name} ]]" for name in inputs}
    return fill_template("component.yml", {}) + fill_template("gitlab_jobs.yml", words)


def write_action() -> str:
    """Return the action that GitHub workflows use."""
    return fill_template("action.yml", {})


def _write_scripts(match: re.Match[str]) -> str:
    """Return the scripts named there, a line between them, as far in as the line that names them."""
    texts = [(_FOLDER / "scripts" / name).read_text(encoding="utf-8") for name in match["names"].split()]
    lines = "\n".join(texts).splitlines()
    return "".join(f"{match['indent']}{line}".rstrip() + "\n" for line in lines)

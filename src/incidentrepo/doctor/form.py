"""The form for people without a clone: whether it still asks what the policy means, and is led to."""

import re
from collections.abc import Iterator

from incidentrepo.doctor.facts import Facts, FormFile
from incidentrepo.doctor.verdict import State, Verdict
from incidentrepo.model.filing_form import FORM_FILE, TEMPLATE_FILE
from incidentrepo.model.policy import Policy
from incidentrepo.store.source import Folders

_SEVERITY = re.compile(r"\bSEV[1-5]\b")


def read_form(files: Folders, policy: Policy) -> FormFile | None:
    """Return the form among `files`, which count from the top of the repository; None where there is none."""
    for path in (FORM_FILE, TEMPLATE_FILE):
        try:
            text = files.read_file(path).decode("utf-8", "replace")
        except KeyError:
            continue
        return FormFile(path=path, differs_in=_compare(text, policy), is_led_to=policy.filing is not None)
    return None


def _compare(text: str, policy: Policy) -> tuple[str, ...]:
    """Return the severities that only one of the two knows, or by another label."""
    spoken = text.casefold()
    ours = {one.severity.value: one.label.casefold() for one in policy.severities.values()}
    theirs = set(_SEVERITY.findall(text))
    renamed = {severity for severity, label in ours.items() if label not in spoken}
    return tuple(sorted((theirs ^ ours.keys()) | renamed))


def judge_form(facts: Facts) -> Iterator[Verdict]:
    """Yield how the form stands; nothing where there is none."""
    if facts.form is None:
        return
    path, why = facts.form.path, "without a clone people file by it, and pick what it says"
    if facts.form.differs_in:
        yield Verdict(
            about="form",
            state=State.ADVICE,
            seen=f"{path} and the policy do not say the same of {', '.join(facts.form.differs_in)}",
            why=why,
            next="say in it what the policy says; or delete it, and `incidentrepo init --ci` writes it anew",
        )
    elif not facts.form.is_led_to:
        yield Verdict(
            about="form",
            state=State.ADVICE,
            seen=f"{path} is there, and the internal site does not lead to it",
            why=why,
            next="set `filing` in incidentrepo.yaml",
        )
    else:
        yield Verdict(about="form", state=State.OK, seen=f"{path} asks what the policy means", why=why)

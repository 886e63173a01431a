"""Rule: unknown-rule."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches

from incidentrepo.config.loading import POLICY_FILE
from incidentrepo.documents.decode_fields import read_part
from incidentrepo.documents.strict_yaml import load_yaml
from incidentrepo.findings import Finding
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.place import Pointer
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


class UnknownRule(Rule):
    """
    ## What it flags

    The name of a rule that there is not, under `rules:` in `incidentrepo.yaml` or in a waiver; and the name
    of a duty, in a waiver, that the policy does not have.

    ## Why it matters

    A level that is set for `unknown-tags` sets none, and a waiver of `reveiw` waives nothing.
    Both look as if they did.

    ## Example

    ```yaml
    rules:
      unknown-tags: note
    ```

    ## Instead

    ```yaml
    rules:
      unknown-tag: note
    ```

    ## Fix

    Use the name as `incidentrepo rules` lists it.
    """

    id = "unknown-rule"
    summary = "the name of a rule, or of a duty, that there is not"
    level = Level.WARNING

    def check_repository(self, context: Context) -> Iterator[Finding]:
        """Yield each unknown rule of the policy as it stands there, whichever policy it is judged by."""
        document = load_yaml(context.repository.snapshot.read_file(POLICY_FILE))
        fields = document.value if isinstance(document.value, dict) else {}
        for name in read_part(fields, "rules"):
            if name not in _rule_ids():
                pointer = ("rules", name)
                found = self._unknown(None, pointer, "rule", name, _rule_ids())
                yield replace(found, place=document.key_place(pointer))

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each unknown name of a waiver."""
        for waiver in record.incident.waivers:
            duties = (*DutyKind, *(duty.name for duty in context.repository.policy.duties))
            for what, name, known in (("rule", waiver.rule, _rule_ids()), ("duty", waiver.duty, duties)):
                if name is not None and name not in known:
                    yield self._unknown(record, ("waivers", waiver.index, what), what, name, known)

    def _unknown(
        self, record: Record | None, pointer: Pointer, what: str, name: str, known: Iterable[str]
    ) -> Finding:
        near = get_close_matches(name, tuple(known), 1)
        listed = "incidentrepo rules lists them" if what == "rule" else "the policy's `duties` name them"
        return self.finding(
            record,
            pointer,
            path="" if record else POLICY_FILE,
            message=f"there is no {what} '{name}'",
            hint=f"did you mean {near[0]}?" if near else listed,
            subject=name,
        )


def _rule_ids() -> tuple[str, ...]:
    # Imported here: the list of all rules has this one in it.
    from incidentrepo.rules import RULES

    return tuple(rule.id for rule in RULES)

"""The postmortem: started from its template, and made final."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.completeness import (
    find_empty_sections,
    find_missing_sections,
    find_template_text,
    find_unticked_boxes,
    lacks_factors,
)
from incidentrepo.documents.edits import SetValue
from incidentrepo.documents.front_matter import edit_front_matter, split_front_matter
from incidentrepo.documents.writing import write_document
from incidentrepo.errors import RefusedError, UsageError
from incidentrepo.model.policy import Policy
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.record import POSTMORTEM_FILE, Record
from incidentrepo.model.severity import Severity
from incidentrepo.model.tags import Tags
from incidentrepo.model.timeline import EntryKind

_GUIDANCE = re.compile(r"[ \t]*<!--.*?-->[ \t]*\n?", re.DOTALL)
_BLANK_LINES = re.compile(r"\n{3,}")


def choose_template(opened: OpenedRecord, policy: Policy, tags: Tags) -> str:
    """Return the name of the template: the first that a tag names, else by what the severity asks."""
    for name in (*opened.incident.tags, *opened.incident.services):
        tag = tags.by_name.get(name)
        if tag and tag.template:
            return tag.template
    worst = opened.incident.highest_severity or Severity.SEV5
    asked = policy.severities.get(worst)
    return "full" if asked and asked.postmortem and not asked.is_one_sentence_enough else "one-sentence"


def start_postmortem(opened: OpenedRecord, stamp: Stamp, *, template: str) -> FilesChange:
    """Return the change that starts `postmortem.md`; raises `UsageError` where there is one."""
    if POSTMORTEM_FILE in opened.contents:
        raise UsageError(
            f"{opened.id} has a postmortem already",
            hint=f"write on in {opened.record.postmortem_path}",
        )
    head = write_document({"status": "draft", "authors": [stamp.by]})
    body = template.replace("{title}", opened.incident.title)
    entry = stamp.entry(EntryKind.POSTMORTEM, action="started")
    return opened.change(
        stamp,
        [],
        entry,
        subject="Start the postmortem",
        done=f"Started {opened.record.postmortem_path}.",
        files={opened.record.postmortem_path: f"---\n{head}---\n\n{body}".encode()},
    )


def finish_postmortem(opened: OpenedRecord, stamp: Stamp, *, policy: Policy, tags: Tags) -> FilesChange:
    """
    Return the change that makes the postmortem final; the template's guidance goes.

    Raises `RefusedError` where nothing has been written, text of the template is left, or a section is
    missing that policy asks for. What it had better say besides is a remark.
    """
    if opened.record.postmortem is None:
        raise UsageError(f"{opened.id} has no postmortem", hint=f"incidentrepo postmortem new {opened.id}")
    if opened.record.postmortem.is_final:
        raise UsageError(f"the postmortem of {opened.id} is final already")
    body = _without_guidance(opened.record.postmortem.body)
    finished = replace(opened.record.postmortem, body=body)
    _refuse_unwritten(opened, finished, policy)
    record = replace(opened.record, postmortem=finished)
    change = opened.change(
        stamp,
        [],
        stamp.entry(EntryKind.POSTMORTEM, action="finished"),
        subject="Finish the postmortem",
        done=f"The postmortem of {opened.id} is final.",
        files={opened.record.postmortem_path: _finish(opened, stamp, body)},
    )
    return replace(change, remarks=tuple(_remarks(record, finished, policy, tags)))


def _refuse_unwritten(opened: OpenedRecord, postmortem: Postmortem, policy: Policy) -> None:
    """Raise `RefusedError` where what is there is not yet a postmortem."""
    path = opened.record.postmortem_path
    if not postmortem.prose:
        raise RefusedError(f"nothing is written in {path} yet", hint="one sentence is enough to begin with")
    left = [gap.subject for gap in find_template_text(postmortem)]
    if left:
        raise RefusedError(f"'{left[0]}' is still in {path}", hint="write what belongs there, or delete it")
    missing = [gap.subject for gap in find_missing_sections(opened.record, policy)]
    if missing:
        raise RefusedError(
            f"{path} has no section {' and no section '.join(map(repr, missing))}",
            hint="policy asks for it: see `sections` in incidentrepo.yaml",
        )


def _remarks(record: Record, postmortem: Postmortem, policy: Policy, tags: Tags) -> Iterator[str]:
    """Yield what a final postmortem had better say, and what is left in it for somebody to do."""
    for gap in find_empty_sections(postmortem):
        yield f"Nothing is written under '{gap.subject}': a sentence, or no heading."
    if lacks_factors(record, policy, tags):
        yield "It names no contributing factors: what made it possible?"
    for gap in find_unticked_boxes(postmortem):
        yield f"'{gap.subject}' is left open: a follow-up would have an owner and a date."


def one_sentence_postmortem(opened: OpenedRecord, stamp: Stamp, sentence: str) -> Mapping[str, bytes | None]:
    """
    Return a final postmortem that is one sentence long, by its path.

    Raises `UsageError` where there is a postmortem already.
    """
    if POSTMORTEM_FILE in opened.contents:
        raise UsageError(
            f"{opened.id} has a postmortem already", hint=f"incidentrepo postmortem finish {opened.id}"
        )
    head = write_document({"status": "final", "authors": [stamp.by], "finished_at": stamp.at.text})
    return {opened.record.postmortem_path: f"---\n{head}---\n\n{sentence.strip()}\n".encode()}


def _without_guidance(body: str) -> str:
    return _BLANK_LINES.sub("\n\n", _GUIDANCE.sub("", body)) if "<!--" in body else body


def _finish(opened: OpenedRecord, stamp: Stamp, written: str) -> bytes:
    data = opened.contents[POSTMORTEM_FILE]
    body = split_front_matter(data).body
    head = data[: len(data) - len(body.encode())]
    edits = [
        SetValue(pointer=("status",), value="final"),
        SetValue(pointer=("finished_at",), value=stamp.at.text),
    ]
    return edit_front_matter(head + written.encode(), edits)

"""The postmortem: started from its template, and made final."""

import re
from collections.abc import Mapping

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import SetValue
from incidentrepo.documents.front_matter import edit_front_matter, split_front_matter
from incidentrepo.documents.writing import write_document
from incidentrepo.errors import RefusedError, UsageError
from incidentrepo.model.policy import Policy
from incidentrepo.model.record import POSTMORTEM_FILE
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


def finish_postmortem(opened: OpenedRecord, stamp: Stamp) -> FilesChange:
    """
    Return the change that makes the postmortem final; the template's guidance goes.

    Raises `RefusedError` where nothing has been written yet.
    """
    postmortem = opened.record.postmortem
    if postmortem is None:
        raise UsageError(f"{opened.id} has no postmortem", hint=f"incidentrepo postmortem new {opened.id}")
    if postmortem.is_final:
        raise UsageError(f"the postmortem of {opened.id} is final already")
    if not postmortem.prose:
        raise RefusedError(
            f"nothing is written in {opened.record.postmortem_path} yet",
            hint="one sentence is enough to begin with",
        )
    entry = stamp.entry(EntryKind.POSTMORTEM, action="finished")
    return opened.change(
        stamp,
        [],
        entry,
        subject="Finish the postmortem",
        done=f"The postmortem of {opened.id} is final.",
        files={opened.record.postmortem_path: _finish(opened, stamp)},
    )


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


def _finish(opened: OpenedRecord, stamp: Stamp) -> bytes:
    data = opened.contents[POSTMORTEM_FILE]
    body = split_front_matter(data).body
    written = _BLANK_LINES.sub("\n\n", _GUIDANCE.sub("", body)) if "<!--" in body else body
    head = data[: len(data) - len(body.encode())]
    edits = [
        SetValue(pointer=("status",), value="final"),
        SetValue(pointer=("finished_at",), value=stamp.at.text),
    ]
    return edit_front_matter(head + written.encode(), edits)

"""Read what `git log --format=raw --raw -z` prints."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from incidentrepo.model.change import Change, ChangedFile, Signature
from incidentrepo.store.raw_changes import parse_changed_file

_PERSON = re.compile(
    r"(?P<name>.*?) ?<(?P<email>.*)> (?P<seconds>-?\d+) (?P<sign>[+-])(?P<hours>\d\d)(?P<minutes>\d\d)"
)
_INDENT = "    "
_UNKNOWN = datetime.fromtimestamp(0, UTC)  # as git shows a time it cannot read


def parse_log(printed: str, root: str) -> Iterator[Change]:
    """Yield each commit with its changed files, whose paths count from `root`."""
    change: Change | None = None
    files: list[ChangedFile] = []
    tokens = iter(printed.split("\0"))
    for token in tokens:
        # A path is taken with the entry before it, so that no path can pass for one of these.
        if token.startswith("commit "):
            if change is not None:
                yield replace(change, files=tuple(files))
            # The first entry comes in one piece with the message, each line of which is indented.
            header, _, rest = token.partition("\n\n")
            message, _, entry = f"\n{rest}".partition("\n:")
            change, files = _parse_commit(header, message), []
            entry = entry and f":{entry}"
        else:
            entry = token.strip("\n")
        if entry and change is not None:
            files.append(parse_changed_file(entry, tokens, root))
    if change is not None:
        yield replace(change, files=tuple(files))


def _parse_commit(header: str, message: str) -> Change:
    # Backwards, because of a field that is there twice git takes the first. The lines that a signature
    # goes on over begin with a space, and so have no name.
    fields = dict(line.partition(" ")[::2] for line in reversed(header.split("\n")))
    author, authored_at = _parse_person(fields.get("author", ""))
    committer, committed_at = _parse_person(fields.get("committer", ""))
    subject, body = _split_message(message)
    return Change(
        commit_id=fields["commit"],
        author=author,
        committer=committer,
        authored_at=authored_at,
        committed_at=committed_at,
        subject=subject,
        body=body,
        is_signed=not fields.keys().isdisjoint({"gpgsig", "gpgsig-sha256"}),
        files=(),
    )


def _parse_person(text: str) -> tuple[Signature, datetime]:
    match = _PERSON.fullmatch(text)
    if match is None:
        return Signature(name=text, email=""), _UNKNOWN
    return Signature(name=match["name"], email=match["email"]), _parse_moment(match)


def _parse_moment(match: re.Match[str]) -> datetime:
    offset = timedelta(hours=int(match["hours"]), minutes=int(match["minutes"]))
    try:
        zone = timezone(-offset if match["sign"] == "-" else offset)
        return datetime.fromtimestamp(int(match["seconds"]), zone)
    except (ValueError, OverflowError, OSError):
        # Anybody can push a commit whose clock was a day or a million years off.
        return _UNKNOWN


def _split_message(indented: str) -> tuple[str, str]:
    lines = [line.removeprefix(_INDENT) for line in indented.split("\n")]
    subject, _, body = "\n".join(lines).strip("\n").partition("\n\n")
    return " ".join(subject.split("\n")), body.strip("\n")

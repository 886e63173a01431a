"""Rule: secret-in-record."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from incidentrepo.findings import Finding
from incidentrepo.leaks.secrets import find_secret_leaks
from incidentrepo.model.place import Place
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record, is_account
from incidentrepo.rules.context import Context
from incidentrepo.rules.passages import internal_passages
from incidentrepo.rules.rule import Rule
from incidentrepo.store.snapshot import FileMode

_MOST = 100
_PLAIN = frozenset({FileMode.FILE, FileMode.EXECUTABLE})


class SecretInRecord(Rule):
    """
    ## What it flags

    A password, key or token in `incident.yaml`, `postmortem.md` or an account.
    What counts as one, [secret-in-public-text](secret-in-public-text.md) says.
    The finding says where it is, and never repeats it.

    ## Why it matters

    Everybody who may read your incidents, and every copy of the repository, has it from now on.
    Git keeps it for ever, also when the line is gone.

    ## Example

    ```yaml
    text: Logged in with password=NOT-A-REAL-ONE and restarted it.
    ```

    ## Instead

    ```yaml
    text: Logged in as the deploy user and restarted it.
    ```

    ## Fix

    Revoke it first, where it was made; then take it out.
    Only a rewritten history is without it, and a secret that is revoked does no harm there.
    """

    id = "secret-in-record"
    summary = "a secret in a record"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each secret in the record and its postmortem."""
        # The values are at hand and the file is not: only one that holds a secret is read again.
        for path, texts in _texts_by_path(record).items():
            if not _has_secret("\n".join(texts)):
                continue
            text = context.repository.snapshot.read_file(path).decode("utf-8-sig", "replace")
            yield from self._find(record, path, text)

    def check_repository(self, context: Context) -> Iterator[Finding]:
        """Yield each secret in somebody's account."""
        records = {
            path: record for record in context.repository.records for path in record.files if is_account(path)
        }
        if records:
            snapshot = context.repository.snapshot
            blobs = snapshot.list_files()
            plain = [blob.path for blob in blobs if blob.path in records and blob.mode in _PLAIN]
            for path, data in snapshot.read_files(plain):
                yield from self._find(records[path], path, data.decode("utf-8-sig", "replace"))

    def _find(self, record: Record, path: str, text: str) -> Iterator[Finding]:
        for leak in islice(find_secret_leaks(text), _MOST):
            found = self.finding(
                record,
                path=path,
                subject=f"{path.removeprefix(f'{record.folder}/')}: {leak.what}",
                message=f"{leak.what} in the record",
                hint="revoke it where it was made, then take it out: git keeps it for ever",
            )
            yield replace(found, place=Place(line=leak.line, column=leak.column))


def _texts_by_path(record: Record) -> dict[str, list[str]]:
    texts: dict[str, list[str]] = defaultdict(list)
    for passage in internal_passages(record):
        texts[passage.path].append(passage.text)
    return texts


def _has_secret(text: str) -> bool:
    return any(True for _ in find_secret_leaks(text))

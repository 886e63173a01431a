"""Name the code and the law that what is kept rests on: what others made is made anew."""

import hashlib
from functools import cache as cache_forever
from pathlib import Path

from incidentrepo.settling import Part
from incidentrepo.unsettled import digest_judgement, judging_code


def digest_summaries(law: Part) -> str:
    """Return what a summary rests on beside the incident's own files: policy, people, tags, and code."""
    return hashlib.sha256(f"{digest_code()} {digest_judgement(law)}".encode()).hexdigest()


@cache_forever
def digest_code() -> str:
    """Return what reading a record rests on beside its own files."""
    digest = hashlib.sha256()
    for path in (*judging_code(), *sorted(Path(__file__).parent.glob("*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()

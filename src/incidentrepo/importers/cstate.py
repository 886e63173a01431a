"""
cState's files: a status page's incidents as Hugo content.

The format is https://github.com/cstate/cstate/wiki/Usage: front matter with `title`, `date`,
`resolved`, `resolvedWhen`, `severity` (`notice`, `disrupted`, `down`) and `affected`, then Markdown.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from incidentrepo.documents.front_matter import load_front_matter
from incidentrepo.errors import UsageError
from incidentrepo.importers.importer import Imported, Importer, Unreadable
from incidentrepo.model.ids import slugify
from incidentrepo.model.time import parse_time

_ISSUES = Path("content/issues")
_SEVERITIES = {"down": "SEV1", "disrupted": "SEV2", "notice": "SEV3"}
_SHORT_HOUR = re.compile(r"(?<=[T ])([0-9]):")
_MAINTENANCE = re.compile(r"\bmaintenance\b", re.IGNORECASE)
_NAME_LENGTH = 60
_DATED_NAME = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}-(.+)")


def read_cstate(source: Path) -> Iterator[Imported | Unreadable]:
    """
    Yield each incident of a cState site, of its `content/issues`, or of a folder of such files.

    Raises `UsageError` where there are none.
    """
    folder = source / _ISSUES if (source / _ISSUES).is_dir() else source
    paths = sorted(path for path in folder.glob("*.md") if not path.name.startswith("_"))
    if not paths:
        raise UsageError(
            f"there are no cState issues in {source}",
            hint="name the folder that holds the site's `content/issues`",
        )
    for path in paths:
        yield _read_issue(path)


def _read_issue(path: Path) -> Imported | Unreadable:
    head, body = load_front_matter(path.read_bytes())
    fields = head.value
    if not isinstance(fields, dict) or head.problems:
        return Unreadable(path=path.name, problems=head.problems)
    title = str(fields.get("title") or path.stem)
    started_at = _read_time(fields.get("date"))
    return Imported(
        name=_dateless(path.stem),
        fields=_incident_fields(path.stem, title, started_at, fields),
        page={"title": title, "slug": _slug(path.stem), **_known({"published_at": started_at})},
        body=body,
    )


def _slug(stem: str) -> str:
    """Return the address for the world, day last: day first is what our own ids look like."""
    name = _dateless(stem)
    return slugify(f"{name}-{stem.removesuffix(name)}")


def _incident_fields(
    key: str, title: str, started_at: str | None, fields: Mapping[str, object]
) -> dict[str, object]:
    is_resolved = fields.get("resolved") is True
    severity = str(fields.get("severity", ""))
    return {
        "title": title,
        "kind": "maintenance" if _MAINTENANCE.search(title) else "incident",
        **_known({"severity": _SEVERITIES.get(severity)}),
        "status": "resolved" if is_resolved else "open",
        **_known({"services": _services(fields.get("affected"))}),
        **_known({"started_at": started_at}),
        **_known({"resolved_at": _read_time(fields.get("resolvedWhen")) if is_resolved else None}),
        "origin": "cstate",
        "source": {
            "id": key,
            **_known({"severity": severity}),
            "status": "resolved" if is_resolved else "not resolved",
        },
    }


def _services(affected: object) -> list[str]:
    """Return the affected systems as service names; the original's words stay in `public.md`."""
    named = affected if isinstance(affected, list) else [affected] if affected else []
    # A dot is part of a host's name, which is what most of them are.
    names = (".".join(slugify(part) for part in str(name).split(".") if part) for name in named)
    return list(dict.fromkeys(name[:_NAME_LENGTH].rstrip("-.") for name in names))


def _read_time(value: object) -> str | None:
    """Return a time as we write it, or None where the file holds none that can be understood."""
    text = _SHORT_HOUR.sub(r"0\1:", str(value or ""))
    try:
        return parse_time(text).text
    except ValueError:
        return None


def _known(fields: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value}


def _dateless(stem: str) -> str:
    match = _DATED_NAME.fullmatch(stem)
    return match[1] if match else stem


CSTATE = Importer(name="cstate", summary="a cState status page's content/issues", read=read_cstate)

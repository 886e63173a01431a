"""One incident's folder, read: the record, its postmortem and its public page."""

from dataclasses import dataclass

from incidentrepo.model.incident import Incident
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.public_page import PublicPage

INCIDENT_FILE = "incident.yaml"
POSTMORTEM_FILE = "postmortem.md"
PUBLIC_FILE = "public.md"
INCIDENTS_FOLDER = "incidents"
LIBRARY_FOLDER = "library"
ACCOUNTS_FOLDER = "accounts"
EVIDENCE_FOLDER = "evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """
    What a folder holds; `folder` is its path from the root, `files` are all paths inside it.

    A file that cannot be read at all leaves its part None; its problems say why.
    """

    folder: str
    incident: Incident
    postmortem: Postmortem | None = None
    public_page: PublicPage | None = None
    files: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The folder's own name, which is the incident's id."""
        return self.folder.rsplit("/", 1)[-1]

    @property
    def incident_path(self) -> str:
        """The path of `incident.yaml`."""
        return f"{self.folder}/{INCIDENT_FILE}"

    @property
    def postmortem_path(self) -> str:
        """The path of `postmortem.md`."""
        return f"{self.folder}/{POSTMORTEM_FILE}"

    @property
    def public_path(self) -> str:
        """The path of `public.md`."""
        return f"{self.folder}/{PUBLIC_FILE}"


def folder_of(path: str) -> str:
    """
    Return the incident's folder that `path` lies in, or an empty text where it is in none.

    An `incident.yaml` that lies too high up makes an incident's folder of where it is, so that the
    rules can say where it belongs.
    """
    parts = path.split("/")
    if parts[0] != INCIDENTS_FOLDER:
        return ""
    depth = 3 if parts[1:2] == ["undated"] else 4
    if len(parts) > depth:
        return "/".join(parts[:depth])
    return "/".join(parts[:-1]) if parts[-1] == INCIDENT_FILE else ""


def is_account(path: str) -> bool:
    """Whether `path` is where somebody tells what they saw: `accounts/ada.md` in an incident's folder."""
    return path.endswith(".md") and path.startswith(f"{folder_of(path)}/{ACCOUNTS_FOLDER}/")


def is_evidence(path: str) -> bool:
    """Whether `path` is a chart or a log: in `evidence/` of an incident's folder."""
    return f"/{EVIDENCE_FOLDER}/" in path and path.startswith(f"{folder_of(path)}/{EVIDENCE_FOLDER}/")

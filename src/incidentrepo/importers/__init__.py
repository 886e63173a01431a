"""Incidents that other tools kept, as records of ours: every format there is."""

from incidentrepo.importers.cstate import CSTATE
from incidentrepo.importers.importer import Importer

IMPORTERS: tuple[Importer, ...] = (CSTATE,)

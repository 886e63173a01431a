from incidentrepo.importers import IMPORTERS


def test_names() -> None:
    """
    Each importer has a name of its own and says what it reads.
    """
    assert [(importer.name, bool(importer.summary)) for importer in IMPORTERS] == [("cstate", True)]

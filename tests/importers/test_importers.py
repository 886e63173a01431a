from incidentrepo.importers import IMPORTERS


def test_names() -> None:
    """
    Each importer has a name of its own and says what it reads.
    """
    assert len({importer.name for importer in IMPORTERS}) == len(IMPORTERS)
    assert all(importer.summary for importer in IMPORTERS)

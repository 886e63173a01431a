from incidentrepo.model.place import Place


def test_order() -> None:
    """
    Places sort as a reader meets them: by line, then by column.
    """
    places = [Place(line=2, column=1), Place(line=1, column=9), Place(line=1, column=2)]

    assert sorted(places) == [Place(line=1, column=2), Place(line=1, column=9), Place(line=2, column=1)]

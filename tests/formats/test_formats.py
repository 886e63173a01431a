from incidentrepo.formats import FORMATS


def test_names() -> None:
    """
    Every format has a name of its own, the one for people first.
    """
    names = [known.name for known in FORMATS]

    assert (names[0], len(set(names))) == ("text", len(names))

from incidentrepo.formats import FORMATS


def test_names() -> None:
    """
    Every format has a name of its own, the one for people first.
    """
    assert [format_.name for format_ in FORMATS] == ["text", "json"]

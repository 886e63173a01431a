from incidentrepo.site.links import free_path, path_segment, root_of


def test_root() -> None:
    """
    From a page every folder up is one step; home is there already.
    """
    assert [root_of(path) for path in ("", "lists/", "lists/severity/sev1/")] == ["", "../", "../../../"]


def test_path_segment() -> None:
    """
    A name no schema allows cannot lead out of its folder.
    """
    assert path_segment("internal-tools") == "internal-tools"
    assert path_segment("../../etc/passwd") == "etc-passwd"
    assert "/" not in path_segment("a/b?c#d")


def test_free_path() -> None:
    """
    A second page of the same name gets a number.
    """
    assert free_path("incidents/a/", {"incidents/a/", "incidents/a-2/"}) == "incidents/a-3/"

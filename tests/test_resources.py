"""Where the files that ship beside the code are found."""

from incidentrepo.resources import resource_folder


def test_schemas_are_found() -> None:
    """
    The schemas are where this installation keeps them.
    """
    assert (resource_folder("schema") / "incident.schema.json").is_file()

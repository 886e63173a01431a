from pathlib import Path

from incidentrepo.importers.importer import Imported
from incidentrepo.importers.planning import plan_import
from incidentrepo.model.status import Visibility
from tests.folders import check, load


def imported(name: str = "outage", key: str = "1", **fields: object) -> Imported:
    known = {"title": "Outage: all", "kind": "incident", "status": "resolved"}
    return Imported(name=name, fields={**known, **fields, "source": {"organisation": "tern", "id": key}})


def test_files(tmp_path: Path) -> None:
    """
    An imported incident is a record as we write one, and its page as the world read it.
    """
    incident = Imported(
        name="outage",
        fields={"title": "Outage: all", "kind": "incident", "status": "resolved", "started_at": "2024-03-05"},
        page={"title": "Outage: all", "slug": "outage"},
        body="\nSorry.\n",
    )

    plan = plan_import(load(tmp_path, {}), [incident], visibility="public")

    assert dict(plan.files) == {
        "incidents/2024/03/2024-03-05-outage/incident.yaml": (
            b"# yaml-language-server: $schema=../../../../.schema/incident.schema.json\n"
            b'schema_version: 1\nid: 2024-03-05-outage\ntitle: "Outage: all"\nkind: incident\n'
            b"status: resolved\nvisibility: public\nstarted_at: 2024-03-05\n"
        ),
        "incidents/2024/03/2024-03-05-outage/public.md": (
            b'---\ntitle: "Outage: all"\nslug: outage\n---\n\nSorry.\n'
        ),
    }
    assert (plan.added, plan.known) == (1, 0)


def test_undated(tmp_path: Path) -> None:
    """
    An incident without a day is kept apart, and its schema is one folder nearer.
    """
    plan = plan_import(load(tmp_path, {}), [imported(started_at="2024-03")], visibility="internal")

    (path,) = plan.files
    assert path == "incidents/undated/outage/incident.yaml"
    assert plan.files[path].startswith(b"# yaml-language-server: $schema=../../../.schema/")
    assert check(tmp_path / "checked", plan.files) == ()


def test_each_once(tmp_path: Path) -> None:
    """
    What is there already, or comes twice, is not added again; two of one name are two.
    """
    twins = [imported(key="1"), imported(key="2")]
    first = plan_import(load(tmp_path / "1", {}), [*twins, imported(key="1")], visibility="internal")
    repository = load(tmp_path / "2", first.files)

    again = plan_import(repository, [*twins, imported(key="3")], visibility="internal")

    assert (first.added, first.known, again.added, again.known) == (2, 1, 1, 2)
    assert [record.name for record in repository.records] == ["outage", "outage-2"]
    assert list(again.files) == ["incidents/undated/outage-3/incident.yaml"]
    assert {record.incident.visibility for record in repository.records} == {Visibility.INTERNAL}


def test_edited_since(tmp_path: Path) -> None:
    """
    An imported incident that somebody has worked on since is left alone.
    """
    first = plan_import(load(tmp_path / "1", {}), [imported()], visibility="internal")
    edited = {path: data.replace(b"Outage: all", b"Mended") for path, data in first.files.items()}

    assert plan_import(load(tmp_path / "2", edited), [imported()], visibility="internal").files == {}

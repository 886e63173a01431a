import json

from incidentrepo.changes.placing import FIELDS, edit_record
from incidentrepo.documents.edits import AppendItem, DeleteValue, SetValue
from incidentrepo.resources import resource_folder

RECORD = b"""\
id: x
status: open  # since nine
declared_at: 2026-11-02
timeline:
  - {entry: note}
house_word: yes
"""


def test_the_schema_s_order() -> None:
    """
    Every field of the schema has its place, in the schema's own order.
    """
    schema = json.loads((resource_folder("schema") / "incident.schema.json").read_text(encoding="utf-8"))

    assert set(FIELDS) == set(schema["properties"])


def test_new_fields_take_their_places() -> None:
    """
    A field that an edit begins stands where a reader looks for it; what is there stays where it is.
    """
    edits = (
        SetValue(pointer=("resolved_at",), value="2026-11-03"),
        SetValue(pointer=("mitigated_at",), value="2026-11-02"),
        SetValue(pointer=("impact", "customers"), value=12),
        AppendItem(pointer=("responders",), value="ada"),
        AppendItem(pointer=("follow_ups",), value={"title": "Do it"}),
        SetValue(pointer=("owner",), value="ada"),
        DeleteValue(pointer=("closed_at",)),
        SetValue(pointer=("own",), value="last"),
    )

    assert edit_record(RECORD, edits).decode() == (
        "id: x\n"
        "status: open  # since nine\n"
        "owner: ada\n"
        "declared_at: 2026-11-02\n"
        "mitigated_at: 2026-11-02\n"
        "resolved_at: 2026-11-03\n"
        "responders: [ada]\n"
        "impact: {customers: 12}\n"
        "timeline:\n"
        "  - {entry: note}\n"
        "follow_ups:\n"
        "  - title: Do it\n"
        "house_word: yes\n"
        "own: last\n"
    )

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from incidentrepo.documents.editing import AppendItem, SetValue, apply_edits
from incidentrepo.documents.strict_yaml import load_yaml
from incidentrepo.documents.writing import write_document
from incidentrepo.errors import EditError, UsageError

HOSTILE = Path(__file__).parents[3] / "shared" / "data" / "hostile"

# The last line of a literal text in a file that has no line end.
LIBYAML_READS_OTHERWISE = {"JEF9:2", "L24T:1"}

# Indentation inside brackets and quotes, `#` without a blank before it, dashes in brackets: each is read
# as the author of such a line means it.
LIBYAML_LETS_PASS = {
    "9C9N:0",
    "9JBA:0",
    "CVW2:0",
    "DK95:1",
    "G5U8:0",
    "QB6E:0",
    "S98Z:0",
    "SU5Z:0",
    "X4QW:0",
    "Y79Y:3",
    "YJV2:0",
}

pytestmark = pytest.mark.skipif(not HOSTILE.is_dir(), reason="the corpora of hostile files are not here")

# How the suite shows what an editor would not: https://github.com/yaml/yaml-test-suite
_SHOWN = {"␣": " ", "»": "\t", "↵": "", "←": "\r", "⇔": "\ufeff"}


def _read_suite() -> Iterator[tuple[str, dict[str, object], bytes]]:
    for path in sorted((HOSTILE / "yaml-test-suite" / "src").glob("*.yaml")):
        fields: dict[str, object] = {}
        for number, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            fields = {**fields, "fail": False, **case}
            text = str(fields["yaml"]).replace("—", "").removesuffix("∎\n")
            for shown, meant in _SHOWN.items():
                text = text.replace(shown, meant)
            yield f"{path.stem}:{number}", fields, text.encode()


def test_suite_values() -> None:
    """
    What we take of the YAML test suite, we take for what the suite says it is.
    """
    wrong = {}
    taken = 0
    for name, case, data in _read_suite():
        document = load_yaml(data)
        if not document.problems and not case.get("fail") and case.get("json"):
            taken += 1
            meant = json.loads(str(case["json"]))
            if document.value != meant:
                wrong[name] = (document.value, meant)

    assert wrong.keys() == LIBYAML_READS_OTHERWISE
    assert taken > 100


def test_suite_errors() -> None:
    """
    What the suite calls an error is one, but for what libyaml is known to let pass.
    """
    passed = {name for name, case, data in _read_suite() if case.get("fail") and not load_yaml(data).problems}

    assert passed == LIBYAML_LETS_PASS


def _read_files() -> Iterator[bytes]:
    for path in sorted((HOSTILE / "yaml-pyyaml").rglob("*")):
        if path.is_file():
            yield path.read_bytes()
    for path in sorted((HOSTILE / "yaml-attacks").rglob("*")):
        if path.is_file():
            yield path.read_bytes()
            if path.suffix == ".jsonl":
                cases = map(json.loads, path.read_text(encoding="utf-8").splitlines())
                yield from (str(case.get("data", case.get("yaml", ""))).encode() for case in cases)


def test_any_file() -> None:
    """
    No file of the corpora is more than a value and problems, and what is read can be edited or is refused.
    """
    for data in _read_files():
        document = load_yaml(data)
        document.place(("a", 0, "b"))
        if not document.problems:
            for edit in (
                SetValue(pointer=("new",), value="x\ny"),
                AppendItem(pointer=("new",), value={"a": 1}),
            ):
                try:
                    apply_edits(data, [edit])
                except EditError as error:
                    assert str(error).startswith("line ")  # noqa: PT017


def test_advisories() -> None:
    """
    Nothing that once ran code is more than text with a problem.
    """
    for line in (
        (HOSTILE / "yaml-attacks" / "advisory-strings.jsonl").read_text(encoding="utf-8").splitlines()
    ):
        case = json.loads(line)
        if "!!" in case["yaml"] or "*" in case["yaml"]:
            assert load_yaml(case["yaml"].encode()).problems != (), case["name"]


def test_naughty_strings() -> None:
    """
    Every naughty string is written and read back as itself, or refused.
    """
    for text in json.loads((HOSTILE / "strings-blns" / "blns.json").read_text(encoding="utf-8")):
        record = {"text": text, "list": [text], "long": {text: [{"a": text + "\n" + text}]}}
        try:
            written = write_document(record)
        except UsageError:
            continue
        assert load_yaml(written.encode()).value == record

"""Stands for GitHub's `gh api`: issues and workflow runs in a file, asked with the real jq."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

STATE = Path(os.environ["FAKE_GH"])
ISSUES = re.compile(r"repos/acme/incidents/issues(?:/(?P<number>\d+))?(?:\?(?P<query>.*))?")


def main() -> None:
    arguments = sys.argv[1:]
    assert arguments.pop(0) == "api", sys.argv
    method, fields, query, path = "GET", {}, ".", ""
    while arguments:
        match arguments.pop(0):
            case "--method":
                method = arguments.pop(0)
            case "--jq":
                query = arguments.pop(0)
            case "-f":
                name, _, value = arguments.pop(0).partition("=")
                fields[name] = value
            case "-F":
                name, _, file = arguments.pop(0).partition("=@")
                fields[name] = Path(file).read_text(encoding="utf-8")
            case "--paginate" | "--silent":
                pass
            case path:
                pass
    state = json.loads(STATE.read_text(encoding="utf-8"))
    answer = answer_issues(state, method, path, fields) if "/issues" in path else state["answers"].get(path)
    STATE.write_text(json.dumps(state), encoding="utf-8")
    if answer is None:
        sys.exit("gh: Not Found (HTTP 404)")
    if method == "GET":
        subprocess.run(["jq", "-r", query], input=json.dumps(answer), check=True, encoding="utf-8")


def answer_issues(state: dict[str, Any], method: str, path: str, fields: dict[str, str]) -> object:
    match = ISSUES.fullmatch(path)
    assert match, path
    if method == "GET":
        assert match["query"] == "state=all&creator=github-actions%5Bbot%5D&per_page=100"
        return [issue for issue in state["issues"] if issue["user"] == "github-actions[bot]"]
    if method == "POST":
        number = len(state["issues"]) + 1
        state["issues"].append({"number": number, "user": "github-actions[bot]", "state": "open", **fields})
        return {}
    next(issue for issue in state["issues"] if issue["number"] == int(match["number"])).update(fields)
    return {}


main()

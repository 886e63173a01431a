"""Every command there is, by section, without importing any of them."""

from typing import NamedTuple


class Known(NamedTuple):
    """Where a command is found, and what it does in a few words."""

    name: str
    module: str
    attribute: str
    summary: str


class Section(NamedTuple):
    """Commands that belong together, in the order in which an incident needs them."""

    title: str
    commands: tuple[Known, ...]


SECTIONS = (
    Section(
        "While it burns",
        (
            Known("declare", "declare", "declare", "a new incident, in one line"),
            Known("note", "entries", "note", "add to the timeline"),
            Known("update", "entries", "update", "tell those who follow, or the world"),
            Known("severity", "entries", "severity", "judge anew how bad it is"),
            Known("role", "entries", "role", "say who does what: commander=grace"),
            Known("owner", "entries", "owner", "hand it over"),
            Known("mitigate", "statuses", "mitigate", "it does not hurt any more"),
            Known("resolve", "statuses", "resolve", "it is over"),
            Known("next", "reading", "next_", "what to do now"),
        ),
    ),
    Section(
        "Afterwards",
        (
            Known("postmortem", "writing", "postmortem", "new: write it; finish: make it final"),
            Known("review", "review", "review", "schedule, held, approved: others read it"),
            Known("follow-up", "follow_up", "follow_up", "add, start, done, drop, move, assign"),
            Known("close", "statuses", "close", "nothing is left to do"),
            Known("reopen", "statuses", "reopen", "it is not over after all"),
            Known("invalidate", "statuses", "invalidate", "it was no incident"),
            Known("duplicate", "statuses", "duplicate", "another incident tells it already"),
            Known("set", "entries", "set_", "set facts: impact.customers=1200"),
            Known("public", "publishing", "public", "draft what the world would read"),
            Known("publish", "publishing", "publish", "let the world read it"),
            Known("unpublish", "publishing", "unpublish", "take it back"),
        ),
    ),
    Section(
        "Read and judge",
        (
            Known("list", "reading", "list_", "the incidents, newest first"),
            Known("show", "reading", "show", "one incident"),
            Known("log", "log", "log", "who changed what, when and why"),
            Known("deadlines", "deadlines", "deadlines", "what is owed, by whom and by when"),
            Known("gate", "gate", "gate", "yes or no for another pipeline: may checkout change?"),
            Known("check", "check", "check", "judge the files, or a change of them"),
            Known("fix", "check", "fix", "mend what can be mended safely"),
            Known("rules", "check", "rules", "explain what is checked"),
            Known("waive", "waive", "waive", "let one incident off one rule or duty"),
        ),
    ),
    Section(
        "Set up and publish",
        (
            Known("init", "init", "init", "start a repository"),
            Known("doctor", "doctor", "doctor", "which gates hold, and who can read what"),
            Known("hook", "hook", "hook", "gates on your machine and on the server"),
            Known("import", "importing", "import_", "bring in another tool's incidents"),
            Known("site", "site", "site", "build or serve the internal or the public site"),
            Known("demo", "demo", "demo", "replay, check and publish the example"),
        ),
    ),
)

COMMANDS = {known.name: known for section in SECTIONS for known in section.commands}

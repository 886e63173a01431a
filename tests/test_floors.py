"""The floors of docs/architecture.md: imports point down, and each library has one home."""

import sys

from tests.source_tree import Module, load_modules

FLOORS = (
    ("__version__", "errors", "resources"),
    ("model",),
    ("documents", "pictures", "markup"),
    ("store",),
    ("config",),
    ("repository",),
    (
        "findings",
        "conditions",
        "duties",
        "duty_commands",
        "completeness",
        "rotations",
        "events",
        "audience",
        "internal_edition",
        "library",
        "public_edition",
        "public_pictures",
        "leaks",
        "severity_guide",
        "severity_limits",
    ),
    ("rules", "formats", "metrics", "search", "guidance", "reminders"),
    ("checks", "exports", "deadlines"),
    (
        "changes",
        "doctor",
        "site",
        "settling",
        "unsettled",
        "touched",
        "gates",
        "pushes",
        "clearance",
        "policy_preview",
    ),
    ("automations", "importers", "integrations", "light_index", "fulltext"),
    ("mkdocs_plugin", "cli"),
)

# Same floor, two parts: the reason each of these is right.
NEIGHBOURS = {
    ("audience", "findings"): "it hands what the rules saw on to the internal edition",
    ("audience", "internal_edition"): "one of the two editions that it gives",
    ("audience", "public_edition"): "the other one",
    ("audience", "library"): "the organisation also sees what others learned",
    ("library", "internal_edition"): "an incident of others is attached to its files as ours are",
    ("public_edition", "public_pictures"): "which evidence the world may see, and as what",
    ("internal_edition", "findings"): "the internal edition shows what the rules saw",
    ("cli", "mkdocs_plugin"): "`site` runs MkDocs, which only the plugin's package knows",
    ("completeness", "conditions"): "only an incident that owes anything has to be complete",
    ("completeness", "duties"): "what a severity asks for is the same for all",
    ("duties", "conditions"): "a duty's `when` is a condition",
    ("formats", "rules"): "SARIF carries the page of each rule that found something",
    ("gates", "settling"): "a change is judged by the policy of one version and the people of another",
    ("gates", "touched"): "a verdict on a change need not read what the change leaves as it is",
    ("gates", "unsettled"): "a verdict on the whole reads no more than it has to",
    ("pushes", "gates"): "a push is as many changes as it has branches",
    ("unsettled", "settling"): "what is kept of each incident, and how that is found",
}

# A publisher cannot reach a record that was not redacted.
PUBLISHERS = ("exports", "site", "integrations")
UNREDACTED = ("repository", "documents", "store")

HOMES = {
    "click": ("cli",),
    "comrak": ("markup",),
    "pygments": ("site",),
    "holidays": ("config",),
    "jinja2": ("site",),
    "jsonschema": ("documents",),
    "markupsafe": ("site",),
    "mkdocs": ("mkdocs_plugin",),
    "pagefind_bin": ("fulltext",),
    "nh3": ("site",),
    "pygit2": ("store",),
    "referencing": ("documents",),
    "rich": ("cli",),
    "yaml": ("documents",),
}


def floor_of(part: str) -> int:
    return next(number for number, parts in enumerate(FLOORS) if part in parts)


def own_imports(module: Module) -> list[str]:
    """Return the parts of the package that a module imports."""
    return [name.split(".")[1] for name in module.imports() if name.startswith("incidentrepo.")]


def test_every_module_has_a_floor() -> None:
    """
    A new part of the package is given its place here before it is used.
    """
    known = {part for parts in FLOORS for part in parts}

    assert sorted({module.part for module in load_modules()} - known) == ["__init__"]


def test_imports_are_absolute() -> None:
    """
    An import says in full where it leads.
    """
    assert [
        module.name for module in load_modules() if any(name[0] == "." for name in module.imports())
    ] == []


def test_imports_point_down() -> None:
    """
    A module imports from floors below its own, from its own package, and from the named neighbours.
    """
    wrong = {
        f"{module.name} imports {part}"
        for module in load_modules()
        for part in own_imports(module)
        if part != module.part
        and (module.part, part) not in NEIGHBOURS
        and floor_of(part) >= floor_of(module.part)
    }

    assert sorted(wrong) == []


def test_neighbours_are_needed() -> None:
    """
    No exception outlives what it was made for.
    """
    used = {(module.part, part) for module in load_modules() for part in own_imports(module)}

    assert sorted(set(NEIGHBOURS) - used) == []


def test_publishers_see_editions_only() -> None:
    """
    Nothing that publishes imports what holds records before they are redacted.
    """
    wrong = {
        f"{module.name} imports {part}"
        for module in load_modules()
        if module.part in PUBLISHERS
        for part in own_imports(module)
        if part in UNREDACTED
    }

    assert sorted(wrong) == []


def test_each_library_has_one_home() -> None:
    """
    What is not ours and not Python's is imported in its own part of the package alone.
    """
    wrong = {
        f"{module.name} imports {library}"
        for module in load_modules()
        for library in (name.split(".")[0] for name in module.imports())
        if library not in sys.stdlib_module_names
        and library != "incidentrepo"
        and module.part not in HOMES.get(library, ())
    }

    assert sorted(wrong) == []


def test_the_model_stands_on_python_alone() -> None:
    """
    `model/` needs nothing but the standard library.
    """
    libraries = {
        name.split(".")[0] for module in load_modules() if module.part == "model" for name in module.imports()
    }

    assert sorted(libraries - set(sys.stdlib_module_names)) == ["incidentrepo"]

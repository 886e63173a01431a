from pathlib import Path

import pytest

from incidentrepo.config.loading import Config, load_config
from incidentrepo.errors import NothingToCheck
from incidentrepo.model.people import NOBODY
from incidentrepo.model.tags import NO_TAGS
from incidentrepo.store.folder import folder_snapshot

POLICY = "schema_version: 1\norganisation: {name: Tern Parcels}\ntimezone: UTC\n"


def config(folder: Path, **files: str) -> Config:
    for name, text in {"incidentrepo": POLICY, **files}.items():
        (folder / f"{name}.yaml").write_text(text)
    return load_config(folder_snapshot(folder))


def told(found: Config) -> dict[str, list[tuple[int, int, str]]]:
    return {
        path: [(problem.place.line, problem.place.column, problem.message) for problem in problems]
        for path, problems in found.problems.items()
    }


def test_policy_alone(tmp_path: Path) -> None:
    """
    A policy is all that is needed; where no other file is, everybody and every tag is welcome.
    """
    found = config(tmp_path)

    assert found.policy.organisation == "Tern Parcels"
    assert (found.people, found.tags, found.problems) == (NOBODY, NO_TAGS, {})


def test_all_files(tmp_path: Path) -> None:
    """
    People and tags are read, and what is wrong with any file is told by its name.
    """
    found = config(
        tmp_path,
        people="ada: {name: Ada, colour: red}\ngrace: {name: Grace}\n",
        tags="payments: {description: Money.}\n",
        rotations="[\n",
    )

    assert list(found.people.by_handle) == ["ada", "grace"]
    assert (list(found.tags.by_name), found.tags.is_declared) == (["payments"], True)
    assert set(told(found)) == {"people.yaml", "rotations.yaml"}
    assert told(found)["people.yaml"] == [(1, 18, "unknown field 'colour'")]


@pytest.mark.parametrize("people", ("", "[", "- ada\n", "ada: 7\n", "ada:\n"))
def test_people_that_cannot_be_read(tmp_path: Path, people: str) -> None:
    """
    A file that cannot be read is told of, and does not make everybody known.
    """
    found = config(tmp_path, people=people)

    assert "people.yaml" in found.problems
    assert found.people.is_declared


@pytest.mark.parametrize(
    ("text", "message"),
    (
        ("", r"^incidentrepo\.yaml:1:1: the file is empty$"),
        ("organisation: [\n", r"^incidentrepo\.yaml:2:1: "),
        ("schema_version: 2\n", r"^incidentrepo\.yaml: schema_version 2 is newer than 1$"),
    ),
)
def test_policy_that_cannot_be_read(tmp_path: Path, text: str, message: str) -> None:
    """
    Without a policy that can be read nothing is checked.
    """
    with pytest.raises(NothingToCheck, match=message):
        config(tmp_path, incidentrepo=text)


def test_no_policy(tmp_path: Path) -> None:
    """
    A folder without a policy is no incident repository, and is told how to become one.
    """
    with pytest.raises(NothingToCheck) as raised:
        load_config(folder_snapshot(tmp_path))

    assert raised.value.hint == "run `incidentrepo init` to start one"


def test_slips_in_the_policy(tmp_path: Path) -> None:
    """
    What the policy says wrongly is told, and the rest of it holds.
    """
    found = config(tmp_path, incidentrepo=POLICY + "meet_at: 7\nworkdays: [mon]\n")

    assert [place[:2] for place in told(found)["incidentrepo.yaml"]] == [(4, 10)]
    assert len(found.policy.calendar.workdays) == 1


def test_unknown_timezone(tmp_path: Path) -> None:
    """
    In another zone than was meant every deadline would be another: nothing is judged by such a policy.
    """
    with pytest.raises(NothingToCheck, match=r"^incidentrepo\.yaml:3:11: "):
        config(tmp_path, incidentrepo=POLICY.replace("UTC", "Mars"))


def test_custom_fields(tmp_path: Path) -> None:
    """
    The owner's own schema is part of the policy.
    """
    found = config(
        tmp_path, incidentrepo=f"{POLICY}custom_fields: {{properties: {{region: {{type: string}}}}}}\n"
    )

    assert found.policy.custom_fields == {"properties": {"region": {"type": "string"}}}
    assert found.problems == {}


def test_broken_custom_fields(tmp_path: Path) -> None:
    """
    A schema that is none is told of, and no record is judged by it.
    """
    found = config(tmp_path, incidentrepo=f"{POLICY}custom_fields: {{type: 7}}\n")

    assert [place[:2] for place in told(found)["incidentrepo.yaml"]] == [(4, 16)]
    assert found.policy.custom_fields is None


@pytest.mark.parametrize(
    "url",
    (
        "https://[bad",
        'https://a.example/\\"><script>alert(1)</script>',
        "https://a.example/'",
        "https://a.example/`",
        "https://a.example/\\u00a0",
        "https://a.example\\\\b",
    ),
)
def test_address_that_is_none(tmp_path: Path, url: str) -> None:
    """
    An address that no browser could ask, or that is more than one, is told at its place, and not used.
    """
    found = config(tmp_path, incidentrepo=f'{POLICY}publishing: {{url: "{url}"}}\n')

    assert [place[:2] for place in told(found)["incidentrepo.yaml"]] == [(4, 19)]
    assert found.policy.publishing.url is None

from incidentrepo.config.decode_people import decode_people, decode_tags
from incidentrepo.model.people import People, Person
from incidentrepo.model.tags import Tag, Tags
from incidentrepo.model.time import parse_time


def test_people() -> None:
    """
    Each handle is a person; one that says no more goes by the handle.
    """
    ada = {
        "name": "Ada L.",
        "emails": ["ada@example.org"],
        "logins": ["ada-l"],
        "timezone": "Europe/London",
        "teams": ["ops"],
        "left_on": "2026-10-31",
    }

    assert decode_people({"ada": ada, "grace": {}}) == People(
        by_handle={
            "ada": Person(
                handle="ada",
                name="Ada L.",
                emails=("ada@example.org",),
                logins=("ada-l",),
                timezone="Europe/London",
                teams=("ops",),
                left_on=parse_time("2026-10-31"),
            ),
            "grace": Person(handle="grace", name="grace"),
        },
        is_declared=True,
    )


def test_tags() -> None:
    """
    Each name is a tag, or a service where it says so.
    """
    checkout = {"kind": "service", "description": "The till.", "owner": "ada", "responders": ["ada"]}

    assert decode_tags({"checkout": checkout, "press": {"template": "people"}}) == Tags(
        by_name={
            "checkout": Tag(
                name="checkout", description="The till.", owner="ada", responders=("ada",), is_service=True
            ),
            "press": Tag(name="press", template="people"),
        },
        is_declared=True,
    )

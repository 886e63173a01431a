"""`people.yaml` and `tags.yaml` as values."""

from incidentrepo.documents.decode_fields import Fields, read_texts, read_time
from incidentrepo.model.people import People, Person
from incidentrepo.model.tags import Tag, Tags


def decode_people(fields: Fields) -> People:
    """Return the people of that document, by handle."""
    return People(
        by_handle={
            handle: Person(
                handle=handle,
                name=part.get("name", handle),
                emails=read_texts(part, "emails"),
                logins=read_texts(part, "logins"),
                timezone=part.get("timezone"),
                teams=read_texts(part, "teams"),
                left_on=read_time(part, "left_on"),
            )
            for handle, part in fields.items()
        },
        is_declared=True,
    )


def decode_tags(fields: Fields) -> Tags:
    """Return the tags and services of that document, by name."""
    return Tags(
        by_name={
            name: Tag(
                name=name,
                description=part.get("description", ""),
                owner=part.get("owner"),
                responders=read_texts(part, "responders"),
                template=part.get("template"),
                is_service=part.get("kind") == "service",
            )
            for name, part in fields.items()
        },
        is_declared=True,
    )

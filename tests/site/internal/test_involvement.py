from incidentrepo.model.edition import Account
from incidentrepo.model.tags import Tag, Tags
from incidentrepo.site.internal.involvement import find_people
from tests.site.editions import NOW, duty, incident, internal, shown

ONE = shown(
    incident(owner="ada", declared_by="bob", roles={"commander": "ada"}),
    accounts=(Account(author="cleo", text="I saw it."),),
)


def test_everybody_a_page_may_name() -> None:
    """
    Owners of services, writers of accounts and debtors are named too.
    """
    tags = Tags(by_name={"shop": Tag(name="shop", owner="dora")}, is_declared=True)

    assert find_people(internal(ONE, tags=tags, duties=(duty(NOW, owed_by="emil"),))) == {
        "ada",
        "bob",
        "cleo",
        "dora",
        "emil",
    }

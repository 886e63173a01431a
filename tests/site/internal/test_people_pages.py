from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.people import People, Person
from incidentrepo.model.status import FollowUpStatus
from incidentrepo.model.time import parse_time
from incidentrepo.site.internal.people_pages import make_people_index, make_people_pages
from incidentrepo.site.markdown import plain_text
from tests.site.editions import context, incident, shown

ONE = shown(
    incident(
        owner="ada",
        responders=("bob",),
        follow_ups=(
            FollowUp(index=0, id=None, title="Alert", status=FollowUpStatus.OPEN, owner="cleo"),
            FollowUp(index=1, id=None, title="Past", status=FollowUpStatus.DONE, owner="cleo"),
        ),
    )
)


def test_everybody_has_a_page() -> None:
    """
    Everybody known or named has a page, and there is one to find them.
    """
    pages = list(make_people_pages(context(ONE)))

    index = make_people_index(context(ONE)).html
    assert [page.path for page in pages] == ["people/ada/", "people/bob/", "people/cleo/"]
    assert all(f'href="../{page.path}"' in index for page in pages)


def test_a_page_says_what_is_mine() -> None:
    """
    A person sees what they look after and have promised, and not what is done.
    """
    ada, _, cleo = (late.make() for late in make_people_pages(context(ONE)))

    assert ada.html.count("Checkout answers 500") == 2
    assert "Alert" in cleo.html
    assert "Past" not in cleo.html


def test_index_by_name() -> None:
    """
    Everybody is found by name, and those who have left stand apart, for what they took part in stays.
    """
    people = People(
        by_handle={
            "z1": Person(handle="z1", name="ada Lovelace", teams=("platform", "leads")),
            "a1": Person(handle="a1", name="Zora"),
            "m1": Person(handle="m1", name="Mary", left_on=parse_time("2026-01-31")),
        },
        is_declared=True,
    )

    words = plain_text(make_people_index(context(people=people)).html)

    assert "ada Lovelace platform, leads Zora No longer here" in words
    assert words.endswith("Mary")

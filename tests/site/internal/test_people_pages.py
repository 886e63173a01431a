from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.status import FollowUpStatus
from incidentrepo.site.internal.people_pages import make_people_index, make_people_pages
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

from incidentrepo.model.tags import Tag, Tags
from incidentrepo.site.internal.catalogue import make_catalogue
from tests.site.editions import context, incident, shown


def test_catalogue() -> None:
    """
    What tags.yaml knows is listed with its owner, and what only a record uses too.
    """
    tags = Tags(
        by_name={
            "checkout": Tag(name="checkout", description="Where people pay.", owner="ada", is_service=True)
        },
        is_declared=True,
    )
    html = make_catalogue(context(shown(incident(tags=("payments",))), tags=tags)).html

    assert '<a href="../services/checkout/">checkout</a>' in html
    assert "Where people pay." in html
    assert "Ada Lovelace" in html
    assert '<a href="../tags/payments/">payments</a>' in html


def test_empty() -> None:
    """
    Without a tag the page says what tags are for.
    """
    assert "-t payments" in make_catalogue(context()).html

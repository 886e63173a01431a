from incidentrepo.model.tags import Tag, Tags


def test_responders() -> None:
    """
    Whoever answers for two of the tags is called once; unknown tags call nobody.
    """
    tags = Tags(
        by_name={
            "payments": Tag(name="payments", responders=("grace", "ada")),
            "checkout": Tag(name="checkout", responders=("ada", "linus")),
        },
        is_declared=True,
    )

    assert tags.responders_for(("checkout", "nowhere", "payments")) == ("ada", "linus", "grace")

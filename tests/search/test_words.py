from incidentrepo.search.words import telling_words


def test_telling_words() -> None:
    """
    Numbers, small words and what is said of everything tell nothing.
    """
    assert telling_words("2026-11-02 The Checkout_is slow, again: Größe 500") == {"checkout", "größe"}

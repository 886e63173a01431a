"""The images that a page shows."""

from incidentrepo.markup.images import shown_addresses


def test_addresses() -> None:
    """
    They are those of images in line and by reference, whatever their spelling; code and comments have none.
    """
    text = (
        "![a](x%20y.png) ![b](<c d.png> 't') ![e][f] `![g](h.png)` <!-- ![i](j.png) -->\n"
        "\n    ![k](l.png)\n\n[f]: m&amp;n.png"
    )

    assert shown_addresses(text) == {"x y.png", "c d.png", "m&n.png"}
    assert shown_addresses("[a](b.png)") == frozenset()

"""The pictures that a Markdown text shows."""

from incidentrepo.model.shown_pictures import find_pictures

TEXT = """\
![](a.png) and ![A [b] c]( <d e.png> "title") and ![One][x], ![Two]
`![](code.png)` \\![](escaped.png) [](link.png) ![Nobody]
```
![](fenced.png)
```
<!-- ![](hidden.png)
[two]: //example.org/hidden.png -->
[X]: https://example.org/x.png
[x]: https://example.org/second.png
[two]: //example.org/y.png
"""


def test_pictures() -> None:
    """
    Pictures in line and by reference are found with their words; code, links and escapes are none.
    """
    assert [(one.alternative, one.target, one.is_outside) for one in find_pictures(TEXT)] == [
        ("", "a.png", False),
        ("A [b] c", "d e.png", False),
        ("One", "https://example.org/x.png", True),
        ("Two", "//example.org/y.png", True),
    ]


def test_place() -> None:
    """
    A picture is where it is written.
    """
    text = "x\n`a` ![b](c.png)"
    (picture,) = find_pictures(text)

    assert text[slice(*picture.span)].startswith("![b](c.png")

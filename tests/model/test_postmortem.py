import pytest

from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.status import PostmortemStatus


def postmortem(body: str) -> Postmortem:
    return Postmortem(status=PostmortemStatus.DRAFT, body=body)


@pytest.mark.parametrize(
    ("body", "prose"),
    (
        ("# What happened\n\n<!-- Write here -->\n", ""),
        ("## A\n\nOne. Two.\n\n<!-- a\nb -->\nThree.\n", "One. Two.\n\n\nThree."),
        ("Seen <!-- never closed", "Seen"),
        ("## Impact\n\n[[impact]]\n\n## Timeline\n\n[[timeline]]\n", ""),
        ("See [[impact]] for more.\n", "See [[impact]] for more."),
    ),
)
def test_prose(body: str, prose: str) -> None:
    """
    Headings, comments and live markers come from the template: what counts is what somebody wrote.
    """
    assert postmortem(body).prose == prose


@pytest.mark.parametrize(
    ("body", "sentence"),
    (
        ("# A\n\nA cable was\nunplugged. It is labelled now.\n", "A cable was unplugged."),
        ("Version 1.2 failed! Why?\n", "Version 1.2 failed!"),
        ("No full stop\n\nMore.\n", "No full stop"),
        ("", ""),
    ),
)
def test_first_sentence(body: str, sentence: str) -> None:
    """
    The first sentence stands for the whole, on one line.
    """
    assert postmortem(body).first_sentence == sentence


def test_final() -> None:
    """
    A postmortem is final when its authors say so, not by what is in it.
    """
    assert not postmortem("Done.").is_final
    assert Postmortem(status=PostmortemStatus.FINAL).is_final


@pytest.mark.parametrize(
    ("body", "is_one"),
    (
        ("# A\n\nA cable was\nunplugged.\n\n[[timeline]]\n", True),
        ("No full stop", True),
        ("", True),
        ("A cable was unplugged. It is labelled now.", False),
        ("A cable was unplugged\n\nIt is labelled now", False),
    ),
)
def test_is_one_sentence(body: str, *, is_one: bool) -> None:
    """
    A second sentence or paragraph makes more of it; what the template brought does not.
    """
    assert postmortem(body).is_one_sentence is is_one

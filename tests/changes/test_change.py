from incidentrepo.changes.change import FilesChange


def change(*, subject: str = "Note: x", reason: str = "", told: str = "") -> FilesChange:
    return FilesChange(files={}, incident="x", subject=subject, reason=reason, told=told)


def test_the_message() -> None:
    """
    What was done, why, and for whom, in paragraphs; what is not said leaves no blank line.
    """
    assert change().message == "Note: x\n"
    assert change(reason="Because.\n", told="Done by ada.").message == "Note: x\n\nBecause.\n\nDone by ada.\n"


def test_a_long_subject() -> None:
    """
    A subject is cut between words where git would cut it.
    """
    long = change(subject="Declare 2026-11-22-checkout-answers: Checkout answers with five hundred to all")

    assert long.message == "Declare 2026-11-22-checkout-answers: Checkout answers with five hundred…\n"
    assert len(long.message) == 73

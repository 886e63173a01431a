from tests.cli.calling import call, succeed
from tests.cli.terminal import ask
from tests.git_repository import GitRepository


def test_a_reason_is_asked_for(incidents: GitRepository) -> None:
    """
    In a terminal a missing reason is a question; elsewhere it is an error that names the option.
    """
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV3")
    assert "missing option '--reason'" in call(incidents.path, "severity", "SEV2").err

    shown = ask(incidents.path, "severity", "SEV2", typed="Everybody waits\n")

    assert "Why: " in shown
    assert "SEV2 now, was SEV3" in shown


def test_a_text_is_asked_for(incidents: GitRepository) -> None:
    """
    In a terminal a missing text is a question.
    """
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV3")

    assert "What is there to say: " in ask(incidents.path, "note", typed="The queue is full\n")


def test_a_reason_says_something(incidents: GitRepository) -> None:
    """
    Blanks are no reason.
    """
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV3")

    assert "it is empty" in call(incidents.path, "severity", "SEV2", "--reason", " ").err


def test_words_too_many(incidents: GitRepository) -> None:
    """
    Text without quotes is words too many, and the hint says so.
    """
    ended = call(incidents.path, "note", "The", "queue", "is", "full")

    assert (ended.code, "put text of several words in quotes" in ended.err) == (2, True)

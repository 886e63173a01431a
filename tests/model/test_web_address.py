"""What is an address of the web, and what only looks like one."""

import pytest

from incidentrepo.model.web_address import is_web_address


@pytest.mark.parametrize("text", ("https://status.example.org", "http://localhost:3000/a?b#c", "HTTPS://A.B"))
def test_address(text: str) -> None:
    """
    An address of either scheme is one, however it is written.
    """
    assert is_web_address(text)


@pytest.mark.parametrize(
    "text", ("", "https://", "https:example.org", "javascript:alert('https://a.b')", "https://a b", "//a.b")
)
def test_no_address(text: str) -> None:
    """
    Another scheme, none, nothing behind it, or words behind it: no link.
    """
    assert not is_web_address(text)

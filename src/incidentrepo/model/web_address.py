"""What leads to the web, wherever somebody may write an address or something else."""

import re

_WEB_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Whether a browser may be sent there: nothing else is a link, whatever it calls itself."""
    return _WEB_ADDRESS.fullmatch(text) is not None

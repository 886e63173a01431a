"""Colour for code in what people write, put there when a page is made: a browser runs nothing for it."""

import html
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import escape

if TYPE_CHECKING:
    from pygments.lexer import Lexer  # type: ignore[import-untyped]  # it has no types
    from pygments.token import _TokenType  # type: ignore[import-untyped]  # it has no types

# The names that Pygments has for kinds of words, of those to which the theme gives a colour of their own.
CLASSES = frozenset(
    {
        *("bp", "c", "c1", "ch", "cm", "cp", "cpf", "cs", "gd", "ge", "gh", "gi", "go", "gp", "gr", "gs"),
        *("gt", "gu", "il", "k", "kc", "kd", "kn", "kp", "kr", "kt", "l", "m", "mb", "mf", "mh", "mi", "mo"),
        *("na", "nb", "nc", "nd", "ne", "nf", "ni", "nl", "nn", "no", "nt", "nv", "o", "ow", "s", "s1", "s2"),
        *("sb", "sc", "sd", "se", "sh", "si", "sr", "ss", "sx", "vc", "vg", "vi"),
    }
)
_BLOCK = re.compile(r'<pre><code class="language-([\w+#.-]{1,40})">(.*?)</code></pre>', re.DOTALL)
# Of more, nobody reads every word; and some lexers take longer than in proportion.
_MOST = 10_000


def highlight_code(rendered: str) -> str:
    """Return rendered Markdown with the words of code in colour, where its language is named and known."""
    if '<code class="language-' not in rendered:
        return rendered
    return _BLOCK.sub(_highlight_block, rendered)


def _highlight_block(match: re.Match[str]) -> str:
    code = html.unescape(match[2])
    lexer = _find_lexer(match[1].lower()) if len(code) <= _MOST else None
    tokens = list(lexer.get_tokens(code)) if lexer else []
    # Some lexers drop or mend what they do not expect, and what somebody wrote is shown as it is.
    if "".join(text for _, text in tokens) != code:
        return match[0]
    return f'<div class="highlight"><pre><code>{"".join(_colour(tokens))}</code></pre></div>'


def _colour(tokens: Iterable[tuple["_TokenType", str]]) -> Iterator[str]:
    for name, some in groupby(tokens, key=lambda token: _class_of(token[0])):
        text = escape("".join(text for _, text in some))
        yield f'<span class="{name}">{text}</span>' if name else text


@lru_cache(maxsize=256)
def _class_of(kind: "_TokenType") -> str:
    from pygments.token import STANDARD_TYPES

    ancestors = (STANDARD_TYPES.get(one, "") for one in reversed(kind.split()))
    return next((name for name in ancestors if name in CLASSES), "")


@lru_cache(maxsize=256)
def _find_lexer(language: str) -> "Lexer | None":
    # Pygments is slow to import, and few pages show code.
    from pygments.lexers import get_lexer_by_name  # type: ignore[import-untyped]  # it has no types
    from pygments.util import ClassNotFound  # type: ignore[import-untyped]  # it has no types

    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None

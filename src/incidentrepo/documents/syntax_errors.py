"""What libyaml says of a file it cannot parse, in the words of somebody who is writing one."""

from yaml.error import MarkedYAMLError, YAMLError

_INDENT = "indent it like its neighbours above"
_QUOTE = "quote the whole value"
_ESCAPE_HINT = r"use single quotes, or write \\ for a backslash"

# What libyaml's message holds, what we say, and what to do; the first that fits is taken.
# What libyaml's message holds, what we say, and what to do; the first that fits is taken.
_WORDING = (
    (
        "mapping values are not allowed",
        "`: ` begins a value where there can be none",
        "quote the whole value if the colon belongs to it, or mend the indentation",
    ),
    (
        "could not find expected ':'",
        "this is neither `key: value` nor a part of what stands above",
        "write `key: value`, with a blank after the colon",
    ),
    ("did not find expected ',' or ']'", "a list in [ ] is not closed, or lacks a comma", "add `]` or `,`"),
    (
        "did not find expected ',' or '}'",
        "a mapping in { } is not closed, or lacks a comma",
        "add `}` or `,`",
    ),
    ("did not find expected key", "this does not fit the lines above", f"{_INDENT}, or {_QUOTE}"),
    (
        "did not find expected '-' indicator",
        "this is not an item of the list above",
        f"begin it with `- `, or {_INDENT}",
    ),
    (
        "block sequence entries are not allowed",
        "a list's item (`- `) cannot begin here",
        "put it on a line of its own",
    ),
    ("mapping keys are not allowed", "`? ` cannot begin here", _QUOTE),
    ("did not find expected node content", "a value is missing here", ""),
    ("found a tab character", "a tab indents this line", "indent with spaces"),
    ("unexpected end of stream", "a quote that opens here is never closed", "add the closing quote"),
    (
        "unexpected document indicator",
        "a quote that opens here is not closed before the document ends",
        "add the closing quote",
    ),
    (
        "alphabetic or numeric character",
        "`&` and `*` begin an anchor or an alias, which are not allowed",
        _QUOTE,
    ),
    (
        "unknown escape character",
        "a backslash in double quotes begins an escape, and this is none",
        _ESCAPE_HINT,
    ),
    ("hexdecimal number", r"an escape like \x41 in double quotes lacks its digits", _ESCAPE_HINT),
    ("invalid Unicode character escape", "this escape names no character", _ESCAPE_HINT),
    (
        "expected comment or line break",
        "text cannot begin on the line of its `|` or `>`",
        "begin it on the next line, indented",
    ),
    (
        "expected <document start>",
        "this stands after the end of the document",
        f"{_INDENT}, or take it out",
    ),
    ("tag", "tags (`!`) are not allowed", _QUOTE),
    ("directive", "directives (`%`) are not allowed", "delete the line"),
)

_CANNOT_START = {
    "\t": ("a tab indents this line", "indent with spaces"),
    "%": ("a value cannot begin with %", _QUOTE),
    "@": ("a value cannot begin with @", _QUOTE),
    "`": ("a value cannot begin with `", _QUOTE),
}

# Where the trouble begins at what was opened, not at what libyaml tripped over.
_SAID_AT_THE_OPENING = (
    "could not find expected ':'",
    "unexpected end of stream",
    "unexpected document indicator",
)


def explain_syntax_error(error: YAMLError, text: str) -> tuple[int, str, str]:
    """Return the offset of a syntax error in `text`, what is wrong there, and what to do."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return 0, f"this is not YAML: {error}", ""
    problem = error.problem or ""
    offset = min(error.problem_mark.index, len(text))
    if error.context_mark and _begins_earlier(problem, text[error.context_mark.index : offset]):
        offset = error.context_mark.index
    return offset, *_find_words(problem, text, offset)


def _begins_earlier(problem: str, between: str) -> bool:
    # A bracket that is closed, or left open, on its own line is best shown at the slip itself.
    is_open_bracket = "did not find expected ','" in problem and "\n" in between
    return is_open_bracket or any(words in problem for words in _SAID_AT_THE_OPENING)


def _find_words(problem: str, text: str, offset: int) -> tuple[str, str]:
    if "cannot start any token" in problem and text[offset : offset + 1] in _CANNOT_START:
        return _CANNOT_START[text[offset]]
    if "did not find expected key" in problem and text[text.rfind("\n", 0, offset) + 1 : offset].strip():
        return "this stands behind a value that has already ended", _QUOTE
    for words, message, hint in _WORDING:
        if words in problem:
            return message, hint
    return f"this is not YAML: {problem}", ""

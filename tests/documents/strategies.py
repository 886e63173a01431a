from hypothesis import strategies as st

NASTY = (
    "404", "1.10", "null", "~", "no", "on", "y", "12:30", "1_000", "0o17", "3e77", ".inf", ".nan",
    "1e999", "9" * 25, "", " ", "a ", " a", "a: b", "a:", ":a", "a #b", "#a", "- a", "-", "---", "...",
    "? a", "<<", "=", "[a", "a, b", "{a}", "a]", "&a", "*a", "!a", "|", ">", "'a'", '"a"', "it's",
    'say "x"', "back\\slash", "%a", "@a", "`a", "a\n", "a\nb", "a\nb\n", "\na", "\n", "\n\n", " a\nb",
    "\ta\nb", "a\n\n", "a\n \nb", "a\n\tb ", "a\tb", "true", "2026-11-02", "2026-11-02T09:14:00Z",
    "https://a.example/b?c=d#e", "#inc-checkout", "a\n---\nb", "a\n# b",
    "caf\u00e9 \U0001f469\u200d\U0001f4bb", "x" * 300, "word " * 40,
)  # fmt: skip
"""Texts that some reader or writer of YAML takes for something else."""

CHARACTERS = st.one_of(
    st.sampled_from("ab01 \n\t:#-,[]{}&*!|>'\"%@`?.~\\="),
    st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")),
)
TEXTS = st.one_of(
    st.sampled_from(NASTY), st.text(CHARACTERS, max_size=20), st.sampled_from(["x", "ada", "ok"])
)
KEYS = st.one_of(TEXTS, st.sampled_from(["id", "title", "tags", "timeline", "at"]))
SCALARS = st.one_of(
    TEXTS,
    st.none(),
    st.booleans(),
    st.integers(min_value=-(2**63), max_value=2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
)
VALUES = st.recursive(
    SCALARS,
    lambda children: st.lists(children, max_size=4) | st.dictionaries(KEYS, children, max_size=4),
    max_leaves=12,
)
RECORDS = st.dictionaries(KEYS, VALUES, max_size=5)

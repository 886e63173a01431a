"""YAML as people lay it out: a value written in ways that our own writer never would."""

from hypothesis import strategies as st

_BREAKS = st.sampled_from(["", "", "", "\n", "{pad}#c{n}\n", "#c{n}\n", "\n{pad}#c{n}\n\n"])
_BEHIND = st.sampled_from(["", "", "", " #c{n}", "  "])
_PLAIN = ["x", "1", "no", "two words", "2026-11-02T09:14:00Z", "'it''s'", '"a: b"', "~"]
_FLOWS = [
    "[]",
    "{}",
    "[a, b]",
    "[ a ]",
    "{a: 1, b: [c]}",
    "{ a: 1 , }",
    "[{a: 1}]",
    "[\n{pad}   a,\n{pad}   b]",
]
_BLOCKS = [
    "|\n{pad}  a\n{pad}    b",
    "|-\n{pad}  a\n\n{pad}  b",
    ">\n{pad} a\n{pad} b",
    "|+\n{pad}  a\n\n",
    "|2\n{pad}   a",
]


@st.composite
def _texts(draw: st.DrawFn) -> str:
    text = "".join(_draw_mapping(draw, "", draw(st.sampled_from([2, 2, 4])), 3))
    first, *rest = text.split("{n}")
    numbered = first + "".join(f"{number}{part}" for number, part in enumerate(rest))
    if draw(st.integers(0, 4)) == 0:
        numbered = numbered.rstrip("\n")
    mark = draw(st.sampled_from(["", "", "", "\ufeff"]))
    return mark + (numbered.replace("\n", "\r\n") if draw(st.booleans()) else numbered)


def _draw_mapping(draw: st.DrawFn, pad: str, step: int, depth: int) -> list[str]:
    lines = []
    for key in draw(
        st.lists(st.sampled_from(["id", "b", "tags", "c d", "'q'"]), min_size=1, max_size=4, unique=True)
    ):
        lines.append(draw(_BREAKS).replace("{pad}", pad))
        lines.append(pad + key + ":" + _draw_value(draw, pad, step, depth, is_item=False))
    return [*lines, draw(_BREAKS).replace("{pad}", pad)]


def _draw_list(draw: st.DrawFn, pad: str, step: int, depth: int) -> list[str]:
    lines = []
    gap = draw(st.sampled_from([" ", " ", "   "]))
    for _ in range(draw(st.integers(1, 3))):
        lines.append(draw(_BREAKS).replace("{pad}", pad))
        kind = draw(st.sampled_from(["scalar", "mapping", "mapping"])) if depth else "scalar"
        if kind == "mapping":
            inner = pad + " " + gap
            body = "".join(_draw_mapping(draw, inner, step, depth - 1)).lstrip("\n")
            lines.append(
                pad + "-" + gap + body[len(inner) :] if body.startswith(inner) else pad + "-\n" + body
            )
        else:
            lines.append(pad + "-" + _draw_value(draw, pad, step, 0, is_item=True))
    return lines


def _draw_value(draw: st.DrawFn, pad: str, step: int, depth: int, *, is_item: bool) -> str:
    kind = draw(st.sampled_from(["plain", "plain", "empty", "flow", "block", "mapping", "list", "list"]))
    behind = draw(_BEHIND)
    if kind == "mapping" and depth:
        return behind + "\n" + "".join(_draw_mapping(draw, pad + " " * step, step, depth - 1))
    if kind == "list" and depth:
        indent = pad + " " * draw(st.sampled_from([0, step]))
        return behind + "\n" + "".join(_draw_list(draw, indent, step, depth - 1))
    if kind == "block":
        return " " + draw(st.sampled_from(_BLOCKS)).replace("{pad}", pad + " " * is_item) + "\n"
    if kind == "empty":
        return behind + "\n"
    choices = _FLOWS if kind == "flow" else _PLAIN
    return " " + draw(st.sampled_from(choices)).replace("{pad}", pad) + behind + "\n"


TEXTS = _texts()
"""Texts that hold a mapping, most of them without problems; every comment in them is another `#c1`."""

"""One spelling for what looks the same: accents, widths, hidden characters and other alphabets' twins."""

import unicodedata
from functools import lru_cache
from string import ascii_uppercase

# Letters that a reader takes for Latin ones, and letters that Unicode does not take apart.
# https://www.unicode.org/Public/security/latest/confusables.txt has many more; these are in use.
_ALPHABETS = (
    ("АВГЕЄЗІЈКМНОРСТУХЅԌԚԜӀ", "ABREE3IJKMHOPCTYXSGQWl"),
    ("авгеєзіјкмнорстухѕԁԛԝһӏ", "abree3ijkmhopctyxsdqwhl"),
    ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),  # noqa: RUF001 Greek
    ("ανορτυχικςϲ", "avoptuxik\N{GREEK SMALL LETTER SIGMA}c"),
    ("łŁøØđĐıħɑɡŧ", "lLoOdDihagt"),
    ("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz"),  # small capitals
    ("\u01c0\u13e6\ua4d7\u2c94", "lKKK"),  # a click, Cherokee, Lisu, Coptic
    ("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-------"),
    ("\u2018\u2019\u02bc\u2032", "''''"),
    ("\u3002\u2024", ".."),
)
_PAIRS = {"ß": "ss", "ẞ": "SS", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE"}
# Fillers of Korean syllables, and controls beyond ASCII: what shows nothing.
_FILLERS = dict.fromkeys(("\u115f", "\u1160", "\u3164", "\uffa0", *map(chr, range(0x80, 0xA0))), "")
# Capitals in black circles and squares, which Unicode does not take apart.
_IN_BLACK = {
    chr(first + place): letter for first in (0x1F150, 0x1F170) for place, letter in enumerate(ascii_uppercase)
}
# Marks of trade, and the numbers of notes, stand behind a word and are no part of it.
_MARKS = dict.fromkeys(
    "\u00a9\u00ae\u2122\u2120\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079", " "
)
_TWINS = str.maketrans(
    _PAIRS
    | _FILLERS
    | _IN_BLACK
    | _MARKS
    | {one: plain for seen, meant in _ALPHABETS for one, plain in zip(seen, meant, strict=True)}
)
# Marks above and below letters, and characters that take no room: soft hyphens, zero-width ones.
_UNSEEN = frozenset({"Mn", "Me", "Cf"})


@lru_cache(maxsize=4096)
def plain_spelling(text: str) -> str:
    """Return `text` with one spelling for what looks the same; case is kept, ASCII stays as it is."""
    if text.isascii():
        return text
    taken_apart = unicodedata.normalize("NFKD", text.translate(_TWINS))
    seen = (one for one in taken_apart if unicodedata.category(one) not in _UNSEEN)
    return "".join(seen).translate(_TWINS)


def fold(text: str) -> str:
    """Return the spelling by which two texts that look the same compare as equal, case aside."""
    return plain_spelling(text).lower()


def in_small_letters(text: str) -> str:
    """Return the text in small letters, character by character: places must not move."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(one.lower()[:1] for one in text)

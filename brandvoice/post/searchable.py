"""A text as it is searched: plain letters, and a word for every emoji."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SKIN_TONES = range(0x1F3FB, 0x1F400)
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_ASCII = re.compile(r"[\x00-\x7f]*")


def searchable(text: str) -> str:
    """`text` in one spelling for searching, on both sides: what is stored and what is asked for.

    Styled and full-width letters become plain (NFKC), case is folded, characters nobody sees are
    dropped; an emoji becomes a word of its own (`u1f600`), a composed one several in a row, because
    SQLite's tokenizer finds letters and digits only, and of those none that Unicode took in lately.
    """
    if _ASCII.fullmatch(text):
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(map(_spelt, plain))


def words_in(text: str) -> list[str]:
    """What somebody asks for, word by word as they set them apart, in searchable spelling.

    Signs that stand alone ask for nothing.
    """
    asked = (" ".join(searchable(word).split()) for word in text.split())
    return [word for word in asked if any(map(str.isalnum, word))]


def _is_young(character: str, category: str) -> bool:
    """Whether SQLite may not know it for a letter or digit: its tables are those of Unicode 6.1."""
    return category[0] in "LN" and unicodedata.ucd_3_2_0.category(character) == "Cn"


@lru_cache(maxsize=4096)
def _spelt(character: str) -> str:
    if character < "\x80":
        return character
    category = unicodedata.category(character)
    if category == "So" or ord(character) in _SKIN_TONES or _is_young(character, category):
        return f" u{ord(character):x} "
    if category == "Cf" or ord(character) in _VARIATION_SELECTORS:
        return ""
    return character

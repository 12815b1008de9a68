"""A text as it is searched: plain letters, and a word for every emoji."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SKIN_TONES = range(0x1F3FB, 0x1F400)
_VARIATION_SELECTORS = range(0xFE00, 0xFE10)
_ASCII = re.compile(r"[\x00-\x7f]*")
_WORD = re.compile(r"[^\W_]+")


def searchable(text: str) -> str:
    """`text` in one spelling for searching, on both sides: what is stored and what is asked for.

    Styled and full-width letters become plain (NFKC), case is folded, characters nobody sees are
    dropped; an emoji becomes a word of its own (`u1f600`), a composed one several in a row, because
    SQLite's tokenizer finds letters and digits only.
    """
    if _ASCII.fullmatch(text):
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(map(_spelt, plain))


def words_in(text: str) -> list[list[str]]:
    """What somebody asks for, word by word as they separated them; each in its searchable parts."""
    asked = (_WORD.findall(searchable(part)) for part in text.split())
    return [parts for parts in asked if parts]


@lru_cache(maxsize=4096)
def _spelt(character: str) -> str:
    if character < "\x80":
        return character
    category = unicodedata.category(character)
    if category == "So" or ord(character) in _SKIN_TONES:
        return f" u{ord(character):x} "
    if category == "Cf" or ord(character) in _VARIATION_SELECTORS:
        return ""
    return character

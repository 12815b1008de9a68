"""The words and marks a folded text is made of."""

from __future__ import annotations

import re
from typing import Final

TOKEN: Final = re.compile(r"\w+|[^\w\s]")
"""A word, whole, or one mark."""
_ZEROS: Final = re.compile("00+")


def is_word(character: str) -> bool:
    """Whether a character is part of a word: `\\w`."""
    return character.isalnum() or character == "_"


def alike(text: str) -> str:
    """The text with 0 for every digit."""
    for digit in "123456789":  # much faster than `translate`
        text = text.replace(digit, "0")
    return text


def one_digit(plain: str) -> str:
    """The text with one 0 for every run of them: a number is as good as another, however long."""
    return _ZEROS.sub("0", plain) if "00" in plain else plain

"""The words and marks a folded text is made of."""

from __future__ import annotations

import re
from typing import Final

TOKEN: Final = re.compile(r"\w+|[^\w\s]")
"""A word, whole, or one mark."""


def is_word(character: str) -> bool:
    """Whether a character is part of a word: `\\w`."""
    return character.isalnum() or character == "_"

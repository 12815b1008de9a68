"""How alike two posts are when one was written again in other words. Pure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from brandvoice.post.searchable import searchable

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_WORD: Final = re.compile(r"[^\W_]+")
_STEM: Final = 4
"""How many letters a word must have to count inside another one: `pesan` in `pesanan`."""


def distinct_words(text: str) -> tuple[str, ...]:
    """The words of a post as the search index knows them, once each, in order."""
    return tuple(dict.fromkeys(_WORD.findall(searchable(text))))


def likeness(
    these: Collection[str], those: Collection[str], weight: Callable[[str], float]
) -> float:
    """How much of what two posts say they have in common, 0 to 1: by their distinct words.

    `weight` says how telling a word is: an address that stands under every post tells nothing.
    Words that contain another one (`dibuka`, `buka`) count as the same.
    """
    rest = set(those)
    shared = 0.0
    whole = sum(map(weight, these)) + sum(map(weight, those))
    for word in these:
        other = word if word in rest else _kin(word, rest)
        if other is not None:
            rest.discard(other)
            shared += weight(word) + weight(other)
    return shared / whole if whole else 0.0


def _kin(word: str, others: Collection[str]) -> str | None:
    if len(word) < _STEM:
        return None
    for other in others:
        if len(other) >= _STEM and (word in other or other in word):
            return other
    return None

"""Texts as people post them: letters, emoji sequences, marks, line ends, odd blanks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from brandvoice.post.normal import normalise

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

PIECES = [
    *"abcxyz018 .,!?",
    "buruan order sekarang",
    "termurah se-Indonesia",
    "dijamin glowing dalam 3 hari",
    "0812-8841-2907",
    "kak",
    "😀",
    "👨‍👩‍👧‍👦",
    "🇮🇩",
    "👍🏽",
    "1️⃣",
    "❤️",
    "e\u0301",
    "𝗗𝗜𝗦𝗞𝗢𝗡",
    "ＤＩＳＫＯＮ",
    "\u200b",
    "\u00a0",
    "\u2060",
    "\t",
    "\n",
    "\n\n",
    "İ",
    "ß",
    "ﬁ",
    "العربية",
    "日本",
]


def posts(max_pieces: int = 30) -> SearchStrategy[str]:
    """Normalised texts made of pieces that have broken text programs before."""
    return st.lists(st.sampled_from(PIECES), max_size=max_pieces).map("".join).map(normalise)

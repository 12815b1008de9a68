"""What fits into a cell of a spreadsheet: 32,767 UTF-16 units, no half characters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

import regex

from brandvoice.words import say

if TYPE_CHECKING:
    from brandvoice.words import Language

LONGEST: Final = 32_767
"""UTF-16 units in one cell of an XLSX file; Excel calls a file with more damaged."""


def fitting(text: str, language: Language) -> str:
    """`text` as a cell can hold it: cut between characters where it is too long, and saying so.

    Half a UTF-16 pair, which no file can hold, becomes U+FFFD.
    """
    if text.isascii():
        long = len(text) > LONGEST // 2
    else:
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        long = len(text) > LONGEST // 4
    if not long or _units(text) <= LONGEST:
        return text
    note = say(language, "report.cut", count=len(text))
    room, kept = LONGEST - _units(note), []
    for piece in _characters().findall(text):
        room -= _units(piece)
        if room < 0:
            break
        kept.append(piece)
    return "".join(kept) + note


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


@cache
def _characters() -> regex.Pattern[str]:
    return regex.compile(r"\X", regex.VERSION1)

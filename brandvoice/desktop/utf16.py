"""Between the positions of a text and those of Qt, which counts UTF-16 units."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

_LAST_SINGLE: Final = "\uffff"


class Utf16Index:
    """Maps code points of one text to UTF-16 units and back.

    After two emoji every position of Qt's is off by two; this is the only place that knows.
    """

    def __init__(self, text: str) -> None:
        self._points = [at for at, letter in enumerate(text) if letter > _LAST_SINGLE]
        self._units = [point + before for before, point in enumerate(self._points)]

    def unit(self, point: int) -> int:
        """The UTF-16 position of code point `point`."""
        return point + bisect_left(self._points, point)

    def point(self, unit: int) -> int:
        """The code point at UTF-16 position `unit`; within a pair, the one the pair spells."""
        before = bisect_left(self._units, unit)
        if before and self._units[before - 1] + 1 == unit:
            return self._points[before - 1]
        return unit - before

"""A stretch of a text."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Span(NamedTuple):
    """Code points `start` to `end` (exclusive) of a normalised text, never UTF-16 or bytes."""

    start: int
    end: int

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The words of `text` that stand here."""
        return text[self.start : self.end]


spanning: Final[Callable[[tuple[int, int]], Span]] = partial(tuple.__new__, Span)
"""`Span(*pair)` in half the time, for where thousands are made."""

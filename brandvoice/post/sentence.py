"""Where sentences and clauses of a folded paragraph begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

# A stop ends a sentence when a blank follows, unless the word before it is an abbreviation.
# (A run of marks is looked at once, from its first mark: a million of them are no trouble.)
_STOP = re.compile(r"(?<![.!?])[.!?]++[\"')\]]*+(?=\s|$)|\n+")
_ABBREVIATION = re.compile(
    r"(?:^|\W)(?:no|jl|jln|dr|drg|prof|hj?|st|rp|tel|telp|hp|wa|gg|rt|rw|kel|kec|kab|pt|cv|tbk|"
    r"mr|mrs|ms|vs|approx|dll|dsb|dst|yth|tgl|hal|min|maks|max|[a-z])\.$"
)
_CLAUSE = re.compile(
    r"[,;:()\n]|(?<![.!?])[.!?]++(?=\s|$)|\s-\s|[\U0001F300-\U0001FAFF\u2600-\u27BF]+|"
    r"(?<!\w)(?:tapi|tetapi|namun|melainkan|sedangkan|but|however|instead)(?!\w)"
)


class Sentences:
    """The sentences of one folded paragraph; positions are those of the folded text."""

    def __init__(self, folded: str) -> None:
        self.text = folded

    def around(self, start: int) -> Span:
        """The sentence in which position `start` lies."""
        return _piece(self._borders, start)

    def clause(self, start: int) -> Span:
        """The clause in which position `start` lies: between commas, emoji or a `but`."""
        return _piece(self._clauses, start)

    def after(self, sentence: Span) -> Span:
        """The sentence that follows, empty at the end."""
        if sentence.end >= len(self.text):
            return Span(len(self.text), len(self.text))
        return self.around(sentence.end)

    def __iter__(self) -> Iterator[Span]:
        return (Span(*pair) for pair in pairwise(self._borders))

    @cached_property
    def _borders(self) -> list[int]:
        borders = [0]
        for stop in _STOP.finditer(self.text):
            tail = self.text[max(0, stop.end() - 8) : stop.end()]
            if not _ABBREVIATION.search(tail):
                borders.append(stop.end())
        return _closed(borders, len(self.text))

    @cached_property
    def _clauses(self) -> list[int]:
        return _closed([0, *(mark.end() for mark in _CLAUSE.finditer(self.text))], len(self.text))


def _closed(borders: list[int], length: int) -> list[int]:
    return borders if borders[-1] == length and length else [*borders, length]


def _piece(borders: list[int], start: int) -> Span:
    index = min(bisect_right(borders, start), len(borders) - 1)
    return Span(borders[index - 1], borders[index])

"""Where sentences and clauses of a folded paragraph begin and end."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from brandvoice.post.remembered import Remembered
from brandvoice.post.span import Span, spanning

if TYPE_CHECKING:
    from collections.abc import Iterator

# A stop ends a sentence when a blank follows, unless the word before it is an abbreviation.
# (A run of marks is looked at once, from its first mark: a million of them are no trouble. Marks
# stand first in the pattern: so the search leaps from one to the next.)
_STOP = re.compile(r"[.!?\n](?:(?<=\n)\n*+|(?<![.!?].)[.!?]*+[\"')\]]*+(?=\s|$))")
_ABBREVIATION = re.compile(
    r"(?:^|\W)(?:no|jl|jln|dr|drg|prof|hj?|st|rp|tel|telp|hp|wa|gg|rt|rw|kel|kec|kab|pt|cv|tbk|"
    r"mr|mrs|ms|vs|approx|dll|dsb|dst|yth|tgl|hal|min|maks|max|[a-z])\.$"
)
_ABBREVIATES: Remembered[str, bool] = Remembered(
    lambda word: _ABBREVIATION.search(word) is not None
)
_LONGEST: Final = 9
"""The longest abbreviation with its stop, what stands before it and a line end."""
_CLAUSE = re.compile(
    r"[,;:()\n]|(?<![.!?])[.!?]++(?=\s|$)|\s-\s|[\U0001F300-\U0001FAFF\u2600-\u27BF]+|"
    r"(?<!\w)(?:tapi|tetapi|namun|melainkan|sedangkan|but|however|instead)(?!\w)"
)


class Sentences:
    """The sentences of one folded paragraph; positions are those of the folded text."""

    def __init__(self, folded: str) -> None:
        self.text = folded
        self._starts = _borders(folded)
        # Made once: every match, guard and detector asks for them.
        self._spans = list(map(spanning, pairwise(self._starts)))
        self._starts.pop()

    def around(self, start: int, end: int = 0) -> Span:
        """From the start of the sentence in which position `start` lies to the end of that one, or
        of the one in which what ends at `end` does."""
        first = self._spans[bisect_right(self._starts, start) - 1]
        return first if end <= first[1] else Span(first[0], self.around(end - 1)[1])

    def clause(self, start: int) -> Span:
        """The clause in which position `start` lies: between commas, emoji or a `but`."""
        index = min(bisect_right(self._clauses, start), len(self._clauses) - 1)
        return Span(self._clauses[index - 1], self._clauses[index])

    def after(self, sentence: Span) -> Span:
        """The sentence that follows, empty at the end."""
        if sentence.end >= len(self.text):
            return Span(len(self.text), len(self.text))
        return self.around(sentence.end)

    def __iter__(self) -> Iterator[Span]:
        return iter(self._spans)

    @cached_property
    def _clauses(self) -> list[int]:
        return _closed([0, *(mark.end() for mark in _CLAUSE.finditer(self.text))], len(self.text))


def _borders(folded: str) -> list[int]:
    borders = [0]
    for stop in _STOP.finditer(folded):
        end = stop.end()
        if folded[end - 1] in ".\n":
            word = folded[max(end - _LONGEST, 0) : end].rpartition(" ")[2]
            if _ABBREVIATES[word]:
                continue
        borders.append(end)
    return _closed(borders, len(folded))


def _closed(borders: list[int], length: int) -> list[int]:
    return borders if borders[-1] == length and length else [*borders, length]

"""All words of a pack in one automaton; patterns only where the words they need were found."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

import ahocorasick_rs
import regex

from brandvoice.post.span import Span
from brandvoice.rules.blanks import is_word, word_end
from brandvoice.rules.index import Indexer, near_cue

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.rules.index import Aim, Index, Pattern, Use
    from brandvoice.rules.pack import Pack
    from brandvoice.rules.rule import Family, Rule

# Packs are untrusted: `concurrent` lets go of the interpreter lock, `timeout` ends a runaway.
PATTERN_SECONDS: Final = 0.2
# The program's own patterns are tried on adversarial lines by its tests. Up to this length they
# need no clock, and `re` is faster without one than `regex` is with it.
_SHORT_LINE: Final = 1_000
MOST_RUNAWAYS: Final = 5
"""A brand's pattern that took too long this often is not tried again: a post has many lines."""
_DIGITS: Final = "0123456789"


class Target(NamedTuple):
    """A family of a rule that a match belongs to."""

    rule: Rule
    family: Family
    weak: bool
    near: tuple[str, ...]
    """Names of the cues of which one must be near, if `weak`."""
    order: int
    """Its place in the pack, for an order that depends on nothing else."""
    foreign: frozenset[str]
    """Languages the family is not of: it is not looked for where a sentence is surely in one."""


class Hit(NamedTuple):
    """A family found at a span of the folded text."""

    target: Target
    span: Span


@dataclass(slots=True)
class Matches:
    """What one folded paragraph contains; spans are positions of the folded text."""

    hits: list[Hit] = field(default_factory=list)
    cues: dict[str, list[Span]] = field(default_factory=lambda: defaultdict(list))
    timed_out: list[Target] = field(default_factory=list)


class _Aims(NamedTuple):
    """What a match counts for."""

    cues: tuple[str, ...]
    targets: tuple[Target, ...]


class _Use(NamedTuple):
    """What a word does: the clauses it meets inside a word and at a border, and what it means."""

    anywhere: tuple[int, ...]
    clauses: tuple[int, ...]
    aims: _Aims | None

    @classmethod
    def of(cls, use: Use, aims: list[Target | str]) -> _Use:
        return cls(use.anywhere, use.anywhere + use.at_border, _together(use.aims, aims))


def _tails(index: Index, uses: list[_Use]) -> dict[str, list[tuple[str, _Use]]]:
    """For each head what may follow it; most words have no tail, and share the empty one."""
    alone = [[("", use)] for use in uses]
    tails: dict[str, list[tuple[str, _Use]]] = {}
    for word, use, cut in zip(index.words, index.use_of, index.cuts, strict=True):
        head, tail = word[:cut], word[cut:]
        if head in tails:
            tails[head] = [*tails[head], (tail, uses[use])]
        else:
            tails[head] = [(tail, uses[use])] if tail else alone[use]
    return tails


def _inside(index: Index) -> set[str]:
    """The heads of words that count inside other words too."""
    counts = [bool(use.anywhere) for use in index.uses]
    return {
        word[:cut]
        for word, use, cut in zip(index.words, index.use_of, index.cuts, strict=True)
        if counts[use]
    }


class Matcher:
    """Finds every family and cue of a pack; raises PackError for blanks that are wrong."""

    def __init__(self, pack: Pack, index: Index | None = None) -> None:
        index = index or Indexer(pack).index()
        aims = [_resolved(aim, number, pack) for number, aim in enumerate(index.aims)]
        tails = _tails(index, [_Use.of(use, aims) for use in index.uses])
        self._tails = list(tails.values())
        inside = _inside(index)
        self._only_at_border = [head not in inside and is_word(head[0]) for head in tails]
        self._automaton = ahocorasick_rs.AhoCorasick(list(tails))
        self._firsts = {one.clauses[0] for one in index.patterns if one.clauses}
        self._always: list[_Searcher] = []
        self._after: list[list[_Searcher]] = [[] for _ in range(index.clauses)]
        for pattern in index.patterns:
            searcher = _Searcher(pattern, _together(pattern.aims, aims))
            after = self._always if searcher.first is None else self._after[searcher.first]
            after.append(searcher)

    def find(self, folded: str) -> Matches:
        """Everything found in one folded paragraph, hits in no particular order."""
        matches = Matches()
        met = self._find_words(folded, matches)
        for searcher in self._candidates(met, folded):
            try:
                for span in searcher.spans(folded):
                    _take(matches, searcher.aims, span)
            except TimeoutError:
                matches.timed_out += searcher.aims.targets
        for spans in matches.cues.values():
            spans.sort()
        return matches

    def _find_words(self, folded: str, matches: Matches) -> set[int]:
        """Takes the literals; returns the clauses that are met."""
        met: set[int] = set()
        only_at_border, tails_of = self._only_at_border, self._tails
        # Whether a letter stands before a position, looked up once for all that is found.
        behind = [False, *map(str.isalnum, folded.replace("_", "a"))]
        for number, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if behind[start] and only_at_border[number]:
                continue
            for tail, use in tails_of[number]:
                if tail and not folded.startswith(tail, end):
                    continue
                if behind[start] and behind[start + 1]:
                    met.update(use.anywhere)
                    continue
                if use.clauses:
                    met.update(use.clauses)
                if use.aims is not None:
                    _take_word(matches, use.aims, folded, Span(start, end + len(tail)))
        return met

    def _candidates(self, met: set[int], folded: str) -> Iterator[_Searcher]:
        digits = -1
        for searcher in chain(self._always, *map(self._after.__getitem__, met & self._firsts)):
            if not searcher.others <= met:
                continue
            if searcher.digits:
                digits = sum(map(folded.count, _DIGITS)) if digits < 0 else digits
                if digits < searcher.digits:
                    continue
            yield searcher


class _Searcher:
    """A pattern that is compiled when it is first needed."""

    __slots__ = ("_pattern", "_quick", "_runaways", "_watched", "aims", "digits", "first", "others")

    def __init__(self, pattern: Pattern, aims: _Aims | None) -> None:
        self._pattern = pattern
        self.aims = aims or _Aims((), ())
        self.digits = pattern.digits
        self.first = pattern.clauses[0] if pattern.clauses else None
        self.others = frozenset(pattern.clauses[1:])
        self._runaways = 0
        self._quick: re.Pattern[str] | None = None
        self._watched: regex.Pattern[str] | None = None

    def spans(self, folded: str) -> Iterator[Span]:
        """Where it matches; raises TimeoutError for a pattern that takes too long."""
        if self._pattern.timed or len(folded) > _SHORT_LINE:
            return self._watch(folded)
        if self._quick is None:
            self._quick = re.compile(self._pattern.source)
        if self._pattern.at_start:
            found = self._quick.match(folded)
            return iter([Span(*found.span())] if found and found.end() else [])
        return (
            Span(*one.span()) for one in self._quick.finditer(folded) if one.end() > one.start()
        )

    def _watch(self, folded: str) -> Iterator[Span]:
        if self._runaways == MOST_RUNAWAYS:
            raise TimeoutError
        if self._watched is None:
            self._watched = regex.compile(self._pattern.source)
        try:
            for one in self._watched.finditer(folded, concurrent=True, timeout=PATTERN_SECONDS):
                if one.end() > one.start():
                    yield Span(*one.span())
        except TimeoutError:
            self._runaways += self._pattern.timed
            raise


def _take_word(matches: Matches, aims: _Aims, folded: str, word: Span) -> None:
    if (end := word_end(folded, word.end)) is not None:
        _take(matches, aims, Span(word.start, end))


def _take(matches: Matches, aims: _Aims, span: Span) -> None:
    for cue in aims.cues:
        matches.cues[cue].append(span)
    for target in aims.targets:
        matches.hits.append(Hit(target, span))


def _resolved(aim: Aim, number: int, pack: Pack) -> Target | str:
    if aim.cue:
        return aim.cue
    rule = pack.rules[aim.rule]
    family = rule.families[aim.family]
    named = [name[1:] for name in family.near if name.startswith("@")]
    near = (near_cue(rule, aim.family), *named)
    foreign = frozenset({"id", "en"}.difference(family.lang))
    return Target(rule, family, aim.weak, near, number, foreign)


def _together(numbers: Iterable[int], aims: list[Target | str]) -> _Aims | None:
    chosen = [aims[number] for number in numbers]
    if not chosen:
        return None
    return _Aims(
        tuple(one for one in chosen if isinstance(one, str)),
        tuple(one for one in chosen if not isinstance(one, str)),
    )

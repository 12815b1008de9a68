"""All phrases and patterns of a pack, each looked for only where the words it begins with stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

import regex

from brandvoice.post.span import spanning
from brandvoice.rules.index import Indexer, near_cues
from brandvoice.rules.lexicon import Lexicon
from brandvoice.rules.walk import Ways, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from brandvoice.post.post import Kind
    from brandvoice.post.span import Span
    from brandvoice.rules.index import Aim, Index, Pattern
    from brandvoice.rules.pack import Pack
    from brandvoice.rules.rule import Family, Rule

# Packs are untrusted: `concurrent` lets go of the interpreter lock, `timeout` ends a runaway.
PATTERN_SECONDS: Final = 0.2
# The program's own patterns are tried on adversarial lines by its tests. Up to this length they
# need no clock, and `re` is faster without one than `regex` is with it.
_SHORT_LINE: Final = 1_000
MOST_RUNAWAYS: Final = 5
"""A brand's pattern that took too long this often is not tried again: a post has many lines."""


# Of where a match may begin.
_ANYWHERE: Final = -1


@dataclass(eq=False)
class Target:
    """A family of a rule that a match belongs to."""

    rule: Rule
    family: Family
    weak: bool
    near: tuple[str, ...]
    """Names of the cues of which one must be near, if `weak`."""
    unless: tuple[str, ...]
    """Names of the guards of rule and family."""
    order: int
    """Its place in the pack, for an order that depends on nothing else."""
    foreign: frozenset[str]
    """Languages the family is not of: it is not looked for where a sentence is surely in one."""


@dataclass(eq=False)
class Hit:
    """A family found at a span of the folded text."""

    target: Target
    span: Span


@dataclass(eq=False)
class Matches:
    """What one folded paragraph contains; spans are positions of the folded text."""

    hits: list[Hit] = field(default_factory=list)
    cues: dict[str, list[Span]] = field(default_factory=dict)
    timed_out: list[Target] = field(default_factory=list)
    digits: int = 0
    """How many there are."""


@dataclass(eq=False)
class Aims:
    """What a match counts for."""

    cues: tuple[str, ...]
    targets: tuple[Target, ...]


_Try = tuple[int, "_Searcher"]
"""Where a pattern may match, and what looks for it."""


class Matcher:
    """Finds every family and cue of a pack, or of its rules for posts or replies alone; raises
    PackError for blanks that are wrong."""

    def __init__(self, pack: Pack, index: Index | None = None, kind: Kind | None = None) -> None:
        self._pack = pack
        self._index = index or Indexer(pack).index()
        self._kind = kind
        self._of_kinds: dict[Kind, Matcher] = {}
        # Made when something calls for them: most are not, in all the posts of a day.
        self._aims: dict[int, Target | str] = {}
        self._searchers: dict[int, _Searcher | None] = {}
        self._has_timed = any(one.timed for one in self._index.patterns)
        # Words that begin alike open the same ones.
        self._known_ways: dict[tuple[int, ...], Ways[_Searcher]] = {}
        self._lexicon = Lexicon(self._index, self._together, self._ways)
        # Those that begin with no word one could name: at the start of the text, or anywhere.
        ways = self._index.ways
        self._headless = [
            (start, self._ways(n for n in self._index.headless if ways[n].place == place))
            for start, place in ((0, "start"), (_ANYWHERE, "any"))
        ]

    def for_kind(self, kind: Kind) -> Matcher:
        """The same for posts or for replies alone: a tenth of the rules is about replies."""
        if kind not in self._of_kinds:
            self._of_kinds[kind] = Matcher(self._pack, self._index, kind)
        return self._of_kinds[kind]

    @cached_property
    def far_cues(self) -> frozenset[str]:
        """The cues that some rule asks for in the whole post."""
        far: set[str] = set()
        for rule in self._pack.rules.values():
            names = [*rule.guards.unless]
            for number, family in enumerate(rule.families):
                names += family.unless
                if family.scope == "post":
                    far.update(near_cues(rule, number))
            far.update(name[2:] for name in names if name.startswith("@@"))
        return frozenset(far)

    def _aim(self, number: int) -> Target | str:
        if number not in self._aims:
            self._aims[number] = _resolved(self._index.aims[number], number, self._pack)
        return self._aims[number]

    def _together(self, numbers: Iterable[int]) -> Aims | None:
        chosen = [self._aim(number) for number in numbers]
        cues = tuple(one for one in chosen if isinstance(one, str))
        targets = tuple(
            one
            for one in chosen
            if not isinstance(one, str) and (self._kind is None or self._kind in one.rule.kinds)
        )
        return Aims(cues, targets) if cues or targets else None

    def _ways(self, numbers: Iterable[int]) -> Ways[_Searcher]:
        key = tuple(numbers)
        if key not in self._known_ways:
            self._known_ways[key] = self._made_ways(key)
        return self._known_ways[key]

    def _made_ways(self, numbers: Iterable[int]) -> Ways[_Searcher]:
        tried: list[tuple[Sequence[int], _Searcher]] = []
        for number in numbers:
            pattern, needs, _ = self._index.ways[number]
            if pattern not in self._searchers:
                known = self._index.patterns[pattern]
                aims = self._together(known.aims)
                self._searchers[pattern] = _Searcher(known, aims) if aims else None
            if searcher := self._searchers[pattern]:
                tried.append((needs, searcher))
        return Ways(tried)

    def find(self, folded: str) -> Matches:
        """Everything found in one folded paragraph, hits in no particular order."""
        digits, phrases, tries = walk(folded, self._lexicon, self._headless)
        matches = Matches(digits=digits)
        for aims, span in phrases:
            _take(matches, aims, span)
        if self._has_timed or len(folded) > _SHORT_LINE:
            tries = _watch(folded, tries, matches)
        reached: dict[_Searcher, int] = {}
        for start, searcher in reversed(tries):
            if start < 0:
                for span in searcher.spans(folded):
                    _take(matches, searcher.aims, span)
            elif (found := searcher.match(folded, start)) and start >= reached.get(searcher, 0):
                reached[searcher] = end = found.end()
                if end > start:
                    _take(matches, searcher.aims, spanning((start, end)))
        for spans in matches.cues.values():
            spans.sort()
        return matches


def _watch(folded: str, tries: list[_Try], matches: Matches) -> list[_Try]:
    """Searches under a clock what needs one; what is left needs none."""
    is_long = len(folded) > _SHORT_LINE
    for searcher in dict.fromkeys(one for _, one in tries if is_long or one.timed):
        try:
            for span in searcher.watched(folded):
                _take(matches, searcher.aims, span)
        except TimeoutError:
            matches.timed_out += searcher.aims.targets
    return [] if is_long else [one for one in tries if not one[1].timed]


class _Searcher:
    """A pattern that is compiled when it is first needed."""

    __slots__ = ("_quick", "_runaways", "_source", "_watched", "aims", "match", "timed")

    def __init__(self, pattern: Pattern, aims: Aims) -> None:
        self._source = pattern.source
        self.timed = pattern.timed
        self.aims = aims
        self._runaways = 0
        self._quick: re.Pattern[str] | None = None
        self._watched: regex.Pattern[str] | None = None
        self.match: Callable[[str, int], re.Match[str] | None] = self._first_match
        """Matches a text from a place on."""

    def _first_match(self, folded: str, start: int) -> re.Match[str] | None:
        self.match = self._compiled().match
        return self.match(folded, start)

    def spans(self, folded: str) -> Iterator[Span]:
        """Where it matches, wherever that begins."""
        quick = self._quick or self._compiled()
        return (spanning(one.span()) for one in quick.finditer(folded) if one.end() > one.start())

    def _compiled(self) -> re.Pattern[str]:
        self._quick = re.compile(self._source)
        return self._quick

    def watched(self, folded: str) -> Iterator[Span]:
        """The same under a clock; raises TimeoutError for a pattern that takes too long."""
        if self._runaways == MOST_RUNAWAYS:
            raise TimeoutError
        if self._watched is None:
            self._watched = regex.compile(self._source)
        try:
            for one in self._watched.finditer(folded, concurrent=True, timeout=PATTERN_SECONDS):
                if one.end() > one.start():
                    yield spanning(one.span())
        except TimeoutError:
            self._runaways += self.timed
            raise


def _take(matches: Matches, aims: Aims, span: Span) -> None:
    for cue in aims.cues:
        if cue in matches.cues:
            matches.cues[cue].append(span)
        else:
            matches.cues[cue] = [span]
    for target in aims.targets:
        matches.hits.append(Hit(target, span))


def _resolved(aim: Aim, number: int, pack: Pack) -> Target | str:
    if aim.cue:
        return aim.cue
    rule = pack.rules[aim.rule]
    family = rule.families[aim.family]
    foreign = frozenset({"id", "en"}.difference(family.lang))
    unless = rule.guards.unless + family.unless
    return Target(rule, family, aim.weak, near_cues(rule, aim.family), unless, number, foreign)

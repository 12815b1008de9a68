"""All phrases of a pack in one automaton, all its patterns behind one prefilter."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

import ahocorasick_rs
import regex

from brandvoice.post.span import Span
from brandvoice.rules.blanks import (
    MAX_SPELLINGS,
    Phrase,
    UnknownClassError,
    fill_pattern,
    word_end,
)
from brandvoice.rules.parse import Mistake, PackError
from brandvoice.rules.prefilter import Prefilter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.rules.pack import Pack
    from brandvoice.rules.rule import Family, Rule

# Packs are untrusted: `concurrent` lets go of the interpreter lock, `timeout` ends a runaway.
PATTERN_SECONDS: Final = 0.2


class Target(NamedTuple):
    """A family of a rule that a match belongs to."""

    rule: Rule
    family: Family
    weak: bool
    near: tuple[str, ...]
    """Names of the cues of which one must be near, if `weak`."""


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


class Matcher:
    """Finds every family and cue of a pack; raises PackError for blanks that are wrong."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._mistakes: list[Mistake] = []
        self._literals: dict[str, list[Target | str]] = defaultdict(list)
        self._patterns: dict[str, list[Target | str]] = defaultdict(list)
        for cue in pack.cues.values():
            self._add(cue.any, cue.name, is_pattern=False, line=cue.line, path=cue.path)
            self._add(cue.patterns, cue.name, is_pattern=True, line=cue.line, path=cue.path)
        for rule in pack.rules.values():
            self._add_rule(rule)
        if self._mistakes:
            raise PackError(self._mistakes)
        words = list(self._literals)
        self._targets = [self._literals[word] for word in words]
        self._automaton = ahocorasick_rs.AhoCorasick(words)
        self._sources = list(self._patterns)
        self._prefilter = Prefilter(self._sources)

    @property
    def literals(self) -> list[str]:
        """Every literal spelling in the automaton."""
        return list(self._literals)

    def find(self, folded: str) -> Matches:
        """Everything found in one folded paragraph, hits in no particular order."""
        matches = Matches()
        for index, start, end in self._automaton.find_matches_as_indexes(folded, overlapping=True):
            if (stop := word_end(folded, start, end)) is not None:
                self._take(matches, self._targets[index], Span(start, stop))
        for index in self._prefilter.candidates(folded):
            targets = self._patterns[self._sources[index]]
            try:
                for found in _compiled(self._sources[index]).finditer(
                    folded, concurrent=True, timeout=PATTERN_SECONDS
                ):
                    if found.end() > found.start():
                        self._take(matches, targets, Span(*found.span()))
            except TimeoutError:
                matches.timed_out += [one for one in targets if isinstance(one, Target)]
        for spans in matches.cues.values():
            spans.sort()
        return matches

    @staticmethod
    def _take(matches: Matches, targets: Iterable[Target | str], span: Span) -> None:
        for target in targets:
            if isinstance(target, str):
                matches.cues[target].append(span)
            else:
                matches.hits.append(Hit(target, span))

    def _add_rule(self, rule: Rule) -> None:
        idioms = f"idioms of {rule.id}"
        self._add(rule.guards.idioms, idioms, is_pattern=False, line=1, path=rule.path)
        for number, family in enumerate(rule.families):
            near = f"near {rule.id} {number}"
            named = [name[1:] for name in family.near if name.startswith("@")]
            words = [word for word in family.near if not word.startswith("@")]
            unless = (*rule.guards.unless, *family.unless)
            for name in [*named, *(name.lstrip("@") for name in unless if name.startswith("@"))]:
                if name not in self._pack.cues:
                    self._wrong(rule.path, family.line, f"cue “@{name}” is unknown")
            self._add(words, near, is_pattern=False, line=family.line, path=rule.path)
            for weak, phrases in ((False, family.any), (True, family.weak)):
                target = Target(rule, family, weak, (near, *named))
                self._add(
                    phrases, target, is_pattern=family.is_pattern, line=family.line, path=rule.path
                )

    def _add(
        self,
        phrases: Iterable[str],
        target: Target | str,
        *,
        is_pattern: bool,
        line: int,
        path: str,
    ) -> None:
        for phrase in phrases:
            try:
                if is_pattern:
                    self._patterns[_bordered(phrase, self._pack)].append(target)
                    continue
                words = Phrase(phrase, self._pack.classes)
                if words.count > MAX_SPELLINGS:
                    self._patterns[words.pattern()].append(target)
                    continue
                for spelling in words.spellings():
                    self._literals[spelling].append(target)
            except UnknownClassError as error:
                self._wrong(path, line, f"“{phrase}” uses the unknown class {{{error}}}")

    def _wrong(self, path: str, line: int, message: str) -> None:
        self._mistakes.append(Mistake(path, line, message))


def check_patterns(pack: Pack) -> list[Mistake]:
    """Mistakes in patterns, which are otherwise compiled only when a text may match them."""
    mistakes = []
    for rule in pack.rules.values():
        for family in rule.families:
            for pattern in (*family.any, *family.weak) if family.is_pattern else ():
                try:
                    _compiled(_bordered(pattern, pack))
                except (regex.error, UnknownClassError) as error:
                    text = f"pattern “{pattern}” is not valid: {error}"
                    mistakes.append(Mistake(rule.path, family.line, text))
    return mistakes


def _bordered(pattern: str, pack: Pack) -> str:
    return rf"(?<!\w)(?:{fill_pattern(pattern, pack.classes)})(?!\w)"


@cache
def _compiled(source: str) -> regex.Pattern[str]:
    return regex.compile(source)

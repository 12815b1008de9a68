"""A pack made ready for searching, as plain data: which words stand for what, which patterns.

Building it takes as long as reading a hundred posts; `plain` and `index_of` carry it over to the
next start.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import regex

from brandvoice.rules.atom import BORDER, Need, need
from brandvoice.rules.blanks import MAX_SPELLINGS, Phrase, UnknownClassError, fill_pattern
from brandvoice.rules.parse import Mistake, PackError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.rules.atom import Words
    from brandvoice.rules.pack import Pack
    from brandvoice.rules.rule import Rule

HEAD: Final = 10
"""Letters of a word that go into the automaton, which would else take twice as long to build."""
MOST_TAILS: Final = 16
MAX_WORDS: Final = 1_000_000
MAX_PATTERN: Final = 100_000
"""Characters of a pattern with its blanks filled: two blanks of a large class can be millions."""


class Aim(NamedTuple):
    """What a match means: a cue, or a family of a rule."""

    cue: str = ""
    rule: str = ""
    family: int = 0
    weak: bool = False


class Use(NamedTuple):
    """What a word is there for: the aims it is a spelling of, and the clauses it meets.

    The first clauses are met wherever it stands, the others only where a word begins.
    """

    aims: tuple[int, ...] = ()
    anywhere: tuple[int, ...] = ()
    at_border: tuple[int, ...] = ()


class Pattern(NamedTuple):
    """A pattern, what it aims at, and what a text must have before it is tried.

    `timed` is one that nobody vouches for: it is searched with a time limit.
    """

    source: str
    aims: tuple[int, ...]
    clauses: tuple[int, ...]
    digits: int
    at_start: bool
    timed: bool


@dataclass(frozen=True, slots=True)
class Index:
    """All words with their uses, and all patterns; aims, uses and clauses go by number."""

    aims: list[Aim] = field(default_factory=list)
    uses: list[Use] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    use_of: list[int] = field(default_factory=list)
    """The use of each word: spellings of a phrase share theirs."""
    cuts: list[int] = field(default_factory=list)
    """How many letters of each word are its head, which is enough to tell it from most others."""
    patterns: list[Pattern] = field(default_factory=list)
    clauses: int = 0


def plain(index: Index) -> list[Any]:
    """The index as lists, numbers and texts."""
    words = (index.words, index.use_of, index.cuts)
    return [index.aims, index.uses, *words, index.patterns, index.clauses]


def index_of(data: list[Any]) -> Index:
    """The index that `plain` gave away; raises ValueError or TypeError for anything else."""
    aims, uses, words, use_of, cuts, patterns, clauses = data
    return Index(
        [Aim(*one) for one in aims],
        [Use(*map(tuple, one)) for one in uses],
        words,
        use_of,
        cuts,
        [
            Pattern(source, tuple(aims), tuple(clauses), *rest)
            for source, aims, clauses, *rest in patterns
        ],
        clauses,
    )


class Indexer:
    """Builds the index of a pack; raises PackError for blanks that are wrong."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._mistakes: list[Mistake] = []
        self._aims: dict[Aim, int] = {}
        self._literals: dict[str, list[int]] = defaultdict(list)
        self._patterns: dict[str, tuple[Need, bool, list[int]]] = {}

    def index(self) -> Index:
        for cue in self._pack.cues.values():
            aim = Aim(cue.name)
            self._add(cue.any, aim, is_pattern=False, line=cue.line, path=cue.path)
            self._add(cue.patterns, aim, is_pattern=True, line=cue.line, path=cue.path)
        for rule in self._pack.rules.values():
            self._add_rule(rule)
        if self._mistakes:
            raise PackError(self._mistakes)
        return self._built()

    def _add_rule(self, rule: Rule) -> None:
        idioms = Aim(f"idioms of {rule.id}")
        self._add(rule.guards.idioms, idioms, is_pattern=False, line=1, path=rule.path)
        for number, family in enumerate(rule.families):
            line, path = family.line, rule.path
            unless = (*rule.guards.unless, *family.unless)
            for name in (*family.near, *unless):
                if name.startswith("@") and name.lstrip("@") not in self._pack.cues:
                    self._wrong(path, line, f"cue “@{name.lstrip('@')}” is unknown")
            words = [word for word in family.near if not word.startswith("@")]
            self._add(words, Aim(near_cue(rule, number)), is_pattern=False, line=line, path=path)
            for weak, phrases in ((False, family.any), (True, family.weak)):
                aim = Aim("", rule.id, number, weak)
                self._add(phrases, aim, is_pattern=family.is_pattern, line=line, path=path)

    def _add(
        self, phrases: Iterable[str], aim: Aim, *, is_pattern: bool, line: int, path: str
    ) -> None:
        number = self._aims.setdefault(aim, len(self._aims))
        for phrase in phrases:
            try:
                if is_pattern:
                    body = fill_pattern(phrase, self._pack.classes)
                    self._add_pattern(rf"(?<!\w)(?:{body})(?!\w)", body, number, line, path)
                    continue
                words = Phrase(phrase, self._pack.classes)
                if words.count > MAX_SPELLINGS:
                    self._add_pattern(words.pattern, words.body, number, line, path)
                    continue
                if len(self._literals) > MAX_WORDS:
                    self._wrong(path, line, f"the rules have more than {MAX_WORDS} spellings")
                    return
                for spelling in words.spellings():
                    if self._literals[spelling][-1:] != [number]:
                        self._literals[spelling].append(number)
            except UnknownClassError as error:
                self._wrong(path, line, f"“{phrase}” uses the unknown class {{{error}}}")

    def _add_pattern(self, pattern: str, body: str, aim: int, line: int, path: str) -> None:
        if len(pattern) > MAX_PATTERN:
            self._wrong(path, line, f"a pattern grows over {MAX_PATTERN} characters: {body[:50]}…")
            return
        if pattern not in self._patterns:
            timed = path not in self._pack.vetted
            if timed and (reason := _invalid(body)):
                self._wrong(path, line, f"pattern “{body[:200]}” is not valid: {reason}")
                return
            self._patterns[pattern] = need(body), timed, []
        self._patterns[pattern][2].append(aim)

    def _built(self) -> Index:
        clauses: dict[Words, int] = {}
        patterns = []
        for pattern, (needed, timed, aims) in self._patterns.items():
            numbers = tuple(clauses.setdefault(one, len(clauses)) for one in needed.clauses)
            patterns.append(Pattern(pattern, tuple(aims), numbers, *needed[1:], timed))
        met: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
        for words, number in clauses.items():
            for word in words:
                met[word.removeprefix(BORDER)][word.startswith(BORDER)].append(number)
        uses: dict[Use, int] = {}
        use_of: dict[str, int] = {}
        for word in {**self._literals, **met}:
            anywhere, at_border = met.get(word, ((), ()))
            use = Use(tuple(self._literals.get(word, ())), tuple(anywhere), tuple(at_border))
            use_of[word] = uses.setdefault(use, len(uses))
        cuts = dict(_cut(use_of, HEAD))
        return Index(
            list(self._aims),
            list(uses),
            list(use_of),
            list(use_of.values()),
            [cuts[word] for word in use_of],
            patterns,
            len(clauses),
        )

    def _wrong(self, path: str, line: int, message: str) -> None:
        self._mistakes.append(Mistake(path, line, message))


def _cut(words: Iterable[str], length: int) -> Iterator[tuple[str, int]]:
    """For each word the length of its head: `length`, or more where too many begin alike."""
    groups: dict[str, list[str]] = defaultdict(list)
    for word in words:
        groups[word[:length]].append(word)
    for group in groups.values():
        if len(group) <= MOST_TAILS:
            yield from ((word, length) for word in group)
        else:
            yield from _cut(group, length + HEAD // 2)


def _invalid(pattern: str) -> str | None:
    try:
        regex.compile(pattern)
    except (regex.error, ValueError, OverflowError, RecursionError) as error:
        return str(error) or type(error).__name__
    return None


def near_cue(rule: Rule, family: int) -> str:
    """The name of the cue that the words in a family's `near` make up."""
    return f"near {rule.id} {family}"

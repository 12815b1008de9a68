"""A pack made ready for searching, as plain data: which words stand for what, which patterns.

Building it takes as long as reading a hundred posts; `plain` and `index_of` carry it over to the
next start.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field, fields
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple

import regex

from brandvoice.rules.atom import BORDER, RUN, Words, beginning, inside, needs
from brandvoice.rules.blanks import MAX_SPELLINGS, Phrase, UnknownClassError, fill_pattern
from brandvoice.rules.parse import Mistake, PackError
from brandvoice.rules.token import TOKEN, alike, one_digit

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.rules.pack import Pack
    from brandvoice.rules.rule import Rule

MAX_WORDS: Final = 1_000_000
MAX_PATTERN: Final = 100_000
"""Characters of a pattern with its blanks filled: two blanks of a large class can be millions."""

_ODD_BLANK: Final = re.compile(r"[^\S ]")


class Aim(NamedTuple):
    """What a match means: a cue, or a family of a rule."""

    cue: str = ""
    rule: str = ""
    family: int = 0
    weak: bool = False


class Pattern(NamedTuple):
    """A pattern and what it aims at.

    `timed` is one that nobody vouches for: it is searched with a time limit.
    """

    source: str
    aims: list[int]
    timed: bool


Place = Literal["head", "start", "any"]


class Way(NamedTuple):
    """A way in which a text may match a pattern: what it must have, and where the match begins.

    `needs` are clauses by number and, negative, digits by their count. The place is where one of
    its heads stands, the start of the text, or any.
    """

    pattern: int
    needs: list[int]
    place: Place


class Opening(NamedTuple):
    """What may begin with a token: if `rest` follows, a phrase for `aims`, `ways` to try, and
    `clauses` that are met.

    Token and rest have all digits alike; `said` is the phrase itself where it has some.
    """

    rest: str
    said: str
    aims: tuple[int, ...]
    ways: tuple[int, ...]
    clauses: tuple[int, ...]

    def __str__(self) -> str:
        numbers = (" ".join(map(str, one)) for one in (self.aims, self.ways, self.clauses))
        return "\t".join((self.rest, self.said, *numbers))

    @classmethod
    def of(cls, line: str) -> Opening:
        rest, said, *numbers = line.split("\t")
        aims, ways, clauses = (tuple(map(int, one.split())) for one in numbers)
        return cls(rest, said, aims, ways, clauses)


@dataclass(frozen=True, slots=True)
class Index:
    """All phrases and patterns by the token they begin with; aims, patterns and ways by number."""

    aims: list[Aim] = field(default_factory=list)
    patterns: list[Pattern] = field(default_factory=list)
    ways: list[Way] = field(default_factory=list)
    headless: list[int] = field(default_factory=list)
    """The ways that are not filed under the token they begin with."""
    openings: dict[str, str] = field(default_factory=dict)
    """By token, its digits as `one_digit`, its openings, a line each: most are never looked at, and
    are read when they are."""
    held: dict[str, list[int]] = field(default_factory=dict)
    """By part of a token, wherever it stands there, the clauses it meets."""


def plain(index: Index) -> list[Any]:
    """The index as lists, numbers and texts."""
    return [getattr(index, one.name) for one in fields(index)]


def index_of(data: list[Any]) -> Index:
    """The index that `plain` gave away; raises ValueError or TypeError for anything else."""
    aims, patterns, ways, headless, openings, held = data
    return Index(
        [Aim(*one) for one in aims],
        [Pattern(*one) for one in patterns],
        [Way(*one) for one in ways],
        headless,
        openings,
        held,
    )


class Indexer:
    """Builds the index of a pack; raises PackError for blanks that are wrong."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._mistakes: list[Mistake] = []
        self._aims: dict[Aim, int] = {}
        self._literals: dict[str, list[int]] = defaultdict(list)
        self._patterns: dict[str, tuple[str, bool, list[int]]] = {}

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
            self._patterns[pattern] = body, timed, []
        self._patterns[pattern][2].append(aim)

    def _built(self) -> Index:
        openings = _Openings()
        for spelling, aims in self._literals.items():
            openings.add(spelling, _AIMS, *aims)
        patterns: list[Pattern] = []
        ways: list[Way] = []
        clauses: dict[Words, int] = {}
        for pattern, (body, timed, aims) in self._patterns.items():
            for needed in needs(body):
                numbers = [clauses.setdefault(one, len(clauses)) for one in needed.clauses]
                if needed.digits:
                    numbers.append(-needed.digits)
                for head in needed.heads:
                    openings.add(head.removeprefix(BORDER), _WAYS, len(ways))
                place: Place = "head" if needed.heads else "start" if needed.at_start else "any"
                ways.append(Way(len(patterns), numbers, place))
            patterns.append(Pattern(pattern, aims, timed))
        held: dict[str, list[int]] = defaultdict(list)
        for words, number in clauses.items():
            for word in words:
                if text := beginning(word):
                    openings.add(text, _CLAUSES, number)
                else:
                    held[inside(word)].append(number)
        headless = [number for number, way in enumerate(ways) if way.place != "head"]
        return Index(list(self._aims), patterns, ways, headless, openings.lines(), dict(held))

    def _wrong(self, path: str, line: int, message: str) -> None:
        self._mistakes.append(Mistake(path, line, message))


# The lists of numbers of an opening.
_AIMS, _WAYS, _CLAUSES = range(3)


class _Openings:
    """Collects openings by their token."""

    def __init__(self) -> None:
        self._known: dict[str, dict[tuple[str, str], tuple[list[int], list[int], list[int]]]] = (
            defaultdict(lambda: defaultdict(lambda: ([], [], [])))
        )

    def add(self, text: str, what: int, *numbers: int) -> None:
        plain = alike(text)
        token = TOKEN.match(plain.replace(RUN, "0"))
        if token is None:
            raise ValueError(text)
        # A folded line has no other blanks: what stands behind one can only be met in parts, and so
        # can what stands behind more than one digit.
        rest = _ODD_BLANK.split(plain[token.end() :], maxsplit=1)[0]
        rest, run, _ = rest.partition(RUN)
        key = rest + "0" * bool(run), text if text != plain else ""
        self._known[one_digit(token[0])][key][what].extend(numbers)

    def lines(self) -> dict[str, str]:
        return {
            token: "\n".join(
                str(Opening(*texts, *map(tuple, numbers))) for texts, numbers in known.items()
            )
            for token, known in self._known.items()
        }


def _invalid(pattern: str) -> str | None:
    try:
        regex.compile(pattern)
    except (regex.error, ValueError, OverflowError, RecursionError) as error:
        return str(error) or type(error).__name__
    return None


def near_cue(rule: Rule, family: int) -> str:
    """The name of the cue that the words in a family's `near` make up."""
    return f"near {rule.id} {family}"


def near_cues(rule: Rule, family: int) -> tuple[str, ...]:
    """Names of the cues of which a family's weak words need one near them."""
    named = [name[1:] for name in rule.families[family].near if name.startswith("@")]
    return (near_cue(rule, family), *named)

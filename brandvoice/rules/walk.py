"""What the words of a folded line say and open, found on one walk from its last word to its first.

The compiled module beside does the same with plain arrays of numbers.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from brandvoice.compiled import compiled
from brandvoice.post.span import spanning
from brandvoice.rules.blanks import word_end
from brandvoice.rules.token import TOKEN, alike

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from brandvoice.post.span import Span

# What a text has and a way needs are bits of one integer: the first is set always, the next ones
# stand for so many digits, the others for clauses.
_ALWAYS: Final = 1
MOST_DIGITS: Final = 31
"""A text is not asked for more of them."""
# So many letters behind a word tell apart most of what may follow it.
_TELLING: Final = 4
_A = TypeVar("_A")
_S = TypeVar("_S")


@compiled
class Ways(Generic[_S]):
    """What may be tried from a word on: searchers, each with the numbers of all it needs; those are
    clauses or, negative, so many digits."""

    __slots__ = ("by_place", "wanted")

    def __init__(self, tried: Iterable[tuple[Sequence[int], _S]]) -> None:
        # A bit that each cannot do without: one look tells when none is open.
        self.wanted = 0
        self.by_place: dict[int, list[tuple[int, _S]]] = defaultdict(list)
        for needs, searcher in tried:
            first = _bits(needs[:1]) or _ALWAYS
            self.wanted |= first
            self.by_place[first.bit_length()].append((_bits(needs), searcher))

    def __bool__(self) -> bool:
        return bool(self.wanted)


class Rest(NamedTuple, Generic[_A, _S]):
    """If `rest` follows a word, a phrase for `aims` (if it is `said` just so, where that matters),
    `ways` to try from the word on, and `clauses` that are met."""

    rest: str
    said: str
    aims: _A | None
    ways: Ways[_S]
    clauses: Sequence[int]


@compiled
class Rests(Generic[_A, _S]):
    """All that a word has begun, none of it empty, by the first letters of the rest: so many of
    them, in `lengths`, as are needed to look it up."""

    __slots__ = ("by_letters", "lengths")

    def __init__(self, rests: Iterable[Rest[_A, _S]]) -> None:
        self.by_letters: dict[str, list[tuple[Rest[_A, _S], int]]] = defaultdict(list)
        for one in rests:
            self.by_letters[one.rest[:_TELLING]].append((one, _bits(one.clauses)))
        self.lengths = sorted(set(map(len, self.by_letters)))

    def __bool__(self) -> bool:
        return bool(self.lengths)

    def following(self, plain: str, end: int) -> list[tuple[Rest[_A, _S], int]]:
        """Those that follow in a text whose digits are `alike`, with the bits of their clauses."""
        found: list[tuple[Rest[_A, _S], int]] = []
        for length in self.lengths:
            if begun := self.by_letters.get(plain[end : end + length]):
                found += [one for one in begun if plain.startswith(one[0].rest, end)]
        return found


@compiled
class Entry(Generic[_A, _S]):
    """A word: the clauses it meets, what it means, the ways it opens, and what it has begun."""

    __slots__ = ("aims", "clauses", "rests", "ways")

    def __init__(
        self,
        clauses: Iterable[int],
        aims: tuple[_A, ...],
        ways: Ways[_S],
        rests: Rests[_A, _S],
    ) -> None:
        self.clauses = _bits(clauses)
        self.aims = aims
        self.ways = ways
        self.rests = rests


@compiled
def walk(
    folded: str,
    lexicon: Mapping[str, Entry[_A, _S] | None],
    headless: Iterable[tuple[int, Ways[_S]]],
) -> tuple[int, list[tuple[_A, Span]], list[tuple[int, _S]]]:
    """How many digits a line has, the phrases in it, and what may match from where on, the last
    first: what is needed stands behind the beginning, and has been met by then."""
    phrases: list[tuple[_A, Span]] = []
    tries: list[tuple[int, _S]] = []
    plain = alike(folded)
    digits = plain.count("0")
    met = (2 << min(digits, MOST_DIGITS)) - 1
    for token in reversed(list(TOKEN.finditer(folded))):
        entry = lexicon[token[0]]
        if entry is None:
            continue
        start, end = token.span()
        met |= entry.clauses
        for aims in entry.aims:
            phrases.append((aims, spanning((start, end))))  # noqa: PERF401  # most say nothing
        begun = entry.rests.following(plain, end) if entry.rests.lengths else ()
        for one, clauses in begun:
            met |= clauses
            if one.aims and folded.startswith(one.said, start):
                whole = word_end(folded, end + len(one.rest))
                if whole is not None:
                    phrases.append((one.aims, spanning((start, whole))))
        for one, _ in begun:
            _open(tries, start, one.ways, met)
        if entry.ways.wanted & met:
            _open(tries, start, entry.ways, met)
    for start, ways in headless:
        _open(tries, start, ways, met)
    return digits, phrases, tries


def _open(tries: list[tuple[int, _S]], start: int, ways: Ways[_S], met: int) -> None:
    open_ = ways.wanted & met
    while open_:
        place = open_.bit_length()
        open_ ^= 1 << place - 1
        tries += [
            (start, searcher) for needs, searcher in ways.by_place[place] if needs & met == needs
        ]


def _bits(numbers: Iterable[int]) -> int:
    """What an index calls clauses, and digits, as bits."""
    bits = 0
    for number in numbers:
        place = min(-number, MOST_DIGITS) if number < 0 else number + MOST_DIGITS + 1
        bits |= 1 << place
    return bits

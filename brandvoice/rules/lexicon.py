"""What each word of a text can be the beginning of, worked out when the word is first met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from brandvoice.rules.blanks import word_end
from brandvoice.rules.index import Opening
from brandvoice.rules.token import alike, one_digit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from brandvoice.rules.index import Index

# A text has few different words, and most come back in the next one.
_REMEMBERED: Final = 20_000
# Longer ones are not words, and do not.
_LONGEST: Final = 40
# So many letters behind a word tell apart most of what may follow it.
_TELLING: Final = 4
# Of the first letters of a part so many tell whether it is worth looking for longer ones.
_GRIP: Final = 3
_A = TypeVar("_A")
_W = TypeVar("_W")


class Ways(NamedTuple, Generic[_W]):
    """What may be tried from a word on, by the place of the bit among those `wanted` that each
    cannot do without."""

    wanted: int
    by_place: Mapping[int, Sequence[_W]]


class Begun(NamedTuple, Generic[_A, _W]):
    """If `rest` follows a word, a phrase for `aims` (if it is `said` just so, where that matters),
    `ways` to try from the word on, and `clauses` that are met."""

    rest: str
    said: str
    aims: _A | None
    ways: Ways[_W]
    clauses: int


class Entry(NamedTuple, Generic[_A, _W]):
    """A word: the clauses it meets, what it means, the ways it opens, and what it has begun, by the
    first letters of the rest: so many of them, in `lengths`, as are needed to look it up."""

    clauses: int
    aims: tuple[_A, ...]
    ways: Ways[_W]
    lengths: tuple[int, ...]
    begun: Mapping[str, Sequence[Begun[_A, _W]]]


class _Openings(NamedTuple, Generic[_A, _W]):
    """What begins with a word: with it alone, and with more, by the first letters of the rest."""

    alone: list[Opening]
    followed: dict[str, list[Begun[_A, _W]]]


class Lexicon(dict[str, Entry[_A, _W] | None]):
    """Looks words up: `lexicon[token]` is None for one that says nothing."""

    def __init__(
        self,
        index: Index,
        aims: Callable[[Sequence[int]], _A | None],
        ways: Callable[[Iterable[int]], Ways[_W]],
        bits: Callable[[Iterable[int]], int],
    ) -> None:
        self._openings = index.openings
        self._read: dict[str, _Openings[_A, _W]] = {}
        self._held = index.held
        self._longest_opening = max(map(len, self._openings), default=0)
        self._longest_part = max(map(len, self._held), default=0)
        self._grips = {part[:_GRIP] for part in self._held if len(part) >= _GRIP}
        self._aims = aims
        self._ways = ways
        self._bits = bits
        # There are many numbers, and most say what every other one does.
        self._numbers: dict[str, tuple[Entry[_A, _W], list[tuple[str, _A]]]] = {}

    def __missing__(self, token: str) -> Entry[_A, _W] | None:
        plain = alike(token)
        known, said = self._numbers.get(plain) or self._entry(plain)
        if "0" in plain:
            self._numbers[plain] = known, said
            own = [one for words, one in said if token.startswith(words) and _ends(token, words)]
            known = known._replace(aims=(*known.aims, *own))
        entry = known if known.clauses or known.aims or known.ways.wanted or known.begun else None
        if len(token) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
                self._numbers.clear()
            self[token] = entry
        return entry

    def _entry(self, plain: str) -> tuple[Entry[_A, _W], list[tuple[str, _A]]]:
        """What a token says whatever its digits are, and what it says if it begins with words."""
        clauses = self._parts(plain)
        plain = one_digit(plain)
        aims: list[_A] = []
        said: list[tuple[str, _A]] = []
        ways: list[int] = []
        heads = [plain[:end] for end in range(1, min(self._longest_opening, len(plain)) + 1)]
        for head in filter(self._openings.__contains__, heads):
            is_whole = head == plain
            for one in self._openings_of(head).alone:
                if not one.rest or is_whole:
                    ways += one.ways
                    clauses.update(one.clauses)
                meant = None if one.rest else self._aims(one.aims)
                if meant is not None and "0" in plain:
                    said.append((one.said or head, meant))
                elif meant is not None and _ends(plain, head):
                    aims.append(meant)
        begun = self._openings_of(plain).followed
        lengths = tuple(sorted(set(map(len, begun))))
        entry = Entry(self._bits(clauses), tuple(aims), self._ways(ways), lengths, begun)
        return entry, said

    def _parts(self, plain: str) -> set[int]:
        """The clauses that parts of a token meet."""
        parts = [plain[at : at + size] for size in range(1, _GRIP) for at in range(len(plain))]
        for at in range(len(plain)):
            if plain[at : at + _GRIP] in self._grips:
                ends = range(at + _GRIP, min(at + self._longest_part, len(plain)) + 1)
                parts += [plain[at:end] for end in ends]
        met = filter(self._held.__contains__, parts)
        return {number for part in met for number in self._held[part]}

    def _openings_of(self, plain: str) -> _Openings[_A, _W]:
        if plain not in self._openings:
            return _Openings([], {})
        if plain not in self._read:
            self._read[plain] = openings = _Openings[_A, _W]([], {})
            for line in self._openings[plain].split("\n"):
                one = Opening.of(line)
                # A blank behind a word says no more than that it is whole.
                if one.rest in ("", " "):
                    openings.alone.append(one)
                    continue
                rest, said, aims, ways, clauses = one
                begun = Begun(rest, said, self._aims(aims), self._ways(ways), self._bits(clauses))
                openings.followed.setdefault(rest[:_TELLING], []).append(begun)
        return self._read[plain]


def _ends(token: str, words: str) -> bool:
    """Whether a word of the token ends where the words it begins with do."""
    return word_end(token, len(words)) is not None

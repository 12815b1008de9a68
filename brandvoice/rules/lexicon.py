"""What each word of a text can be the beginning of, worked out when the word is first met."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from brandvoice.rules.blanks import word_end
from brandvoice.rules.index import Opening
from brandvoice.rules.token import alike, one_digit
from brandvoice.rules.walk import Entry, Rest, Rests

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from brandvoice.rules.index import Index
    from brandvoice.rules.walk import Ways

# A text has few different words, and most come back in the next one.
_REMEMBERED: Final = 20_000
# Longer ones are not words, and do not.
_LONGEST: Final = 40
# Of the first letters of a part so many tell whether it is worth looking for longer ones.
_GRIP: Final = 3
_A = TypeVar("_A")
_S = TypeVar("_S")


class _Openings(NamedTuple, Generic[_A, _S]):
    """What begins with a word: with it alone, and with more."""

    alone: list[Opening]
    followed: Rests[_A, _S]


class _Meaning(NamedTuple, Generic[_A, _S]):
    """What a token says whatever its digits are, and what it says if it begins with words."""

    clauses: set[int]
    aims: list[_A]
    ways: Ways[_S]
    rests: Rests[_A, _S]
    said: list[tuple[str, _A]]


class Lexicon(dict[str, "Entry[_A, _S] | None"], Generic[_A, _S]):
    """Looks words up: `lexicon[token]` is None for one that says nothing."""

    def __init__(
        self,
        index: Index,
        aims: Callable[[Sequence[int]], _A | None],
        ways: Callable[[Iterable[int]], Ways[_S]],
    ) -> None:
        self._openings = index.openings
        self._read: dict[str, _Openings[_A, _S]] = {}
        self._no_openings = _Openings[_A, _S]([], Rests(()))
        self._held = index.held
        self._longest_opening = max(map(len, self._openings), default=0)
        self._longest_part = max(map(len, self._held), default=0)
        self._grips = {part[:_GRIP] for part in self._held if len(part) >= _GRIP}
        self._aims = aims
        self._ways = ways
        # There are many numbers, and most say what every other one does.
        self._numbers: dict[str, _Meaning[_A, _S]] = {}

    def __missing__(self, token: str) -> Entry[_A, _S] | None:
        plain = alike(token)
        known = self._numbers.get(plain) or self._meaning(plain)
        clauses, aims, ways, rests, said = known
        if "0" in plain:
            self._numbers[plain] = known
            own = [one for words, one in said if token.startswith(words) and _ends(token, words)]
            aims = aims + own
        says = clauses or aims or ways or rests
        entry = Entry(clauses, tuple(aims), ways, rests) if says else None
        if len(token) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
                self._numbers.clear()
            self[token] = entry
        return entry

    def _meaning(self, plain: str) -> _Meaning[_A, _S]:
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
        rests = self._openings_of(plain).followed
        return _Meaning(clauses, aims, self._ways(ways), rests, said)

    def _parts(self, plain: str) -> set[int]:
        """The clauses that parts of a token meet."""
        parts = [plain[at : at + size] for size in range(1, _GRIP) for at in range(len(plain))]
        for at in range(len(plain)):
            if plain[at : at + _GRIP] in self._grips:
                ends = range(at + _GRIP, min(at + self._longest_part, len(plain)) + 1)
                parts += [plain[at:end] for end in ends]
        met = filter(self._held.__contains__, parts)
        return {number for part in met for number in self._held[part]}

    def _openings_of(self, plain: str) -> _Openings[_A, _S]:
        if plain not in self._openings:
            return self._no_openings
        if plain not in self._read:
            openings = [Opening.of(line) for line in self._openings[plain].split("\n")]
            # A blank behind a word says no more than that it is whole.
            alone = [one for one in openings if one.rest in ("", " ")]
            followed = (
                Rest(one.rest, one.said, self._aims(one.aims), self._ways(one.ways), one.clauses)
                for one in openings
                if one.rest not in ("", " ")
            )
            self._read[plain] = _Openings[_A, _S](alone, Rests(followed))
        return self._read[plain]


def _ends(token: str, words: str) -> bool:
    """Whether a word of the token ends where the words it begins with do."""
    return word_end(token, len(words)) is not None

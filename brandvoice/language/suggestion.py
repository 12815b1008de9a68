"""What a misspelt word was meant to be: one slip of the fingers away, likelier words first."""

from __future__ import annotations

from functools import cache
from string import ascii_lowercase
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.language.distance import distance
from brandvoice.language.lexicon import lexicon
from brandvoice.language.morphology import without_clitics

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.language.speller import Speller

_MOST: Final = 4
_ROWS: Final = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE: Final = frozenset(
    map(frozenset, ("ck", "fv", "fp", "vp", "sz", "dt", "iy", "uw", "bp", "gk", "jy", "ei", "ou"))
)
_VOWELS: Final = frozenset("aeiou")
# What a word costs beyond its slip: the rarer it is, the closer it must be.
_COMMON: Final = 0.0
_LEXICON: Final = 0.3
_DICTIONARY: Final = 0.45
_DERIVED: Final = 0.6
_OTHER_LANGUAGE: Final = 0.45
_FIRST_LETTER: Final = 0.25
_SHORTEST_OF_TWO: Final = 4
_TWO_SLIPS: Final = 1.4
_CLOSE: Final = 1.1
"""One slip to a word that is not too rare: nobody asks for more."""
_FAR: Final = 2.0
_SPREAD: Final = 0.65
"""What is that much less likely than the best guess is no help."""


class Guess(NamedTuple):
    """A word, and how unlikely it is that it was meant."""

    cost: float
    word: str


def guesses(word: str, speller: Speller, *, english: bool) -> tuple[Guess, ...]:
    """At most four words for `word`, best first; `english` is what its sentence is written in."""
    slips = _one_slip(word)

    def weighed(near: Iterable[str], two: float | None = None) -> dict[str, float]:
        return {
            one: (slips[one] if two is None else two) + _rarity(one, speller, english=english)
            for one in near
        }

    costs = weighed(filter(speller.offers, slips))
    # What takes longer is asked only where the quick way found nothing near.
    if min(costs.values(), default=_FAR) > _CLOSE:
        costs |= weighed(one for one in slips if one not in costs and speller.derives(one))
    if min(costs.values(), default=_FAR) > _CLOSE:
        costs = weighed(_two_slips(word), _TWO_SLIPS) | costs
    if not costs and not english:
        similar = filter(str.isalpha, speller.indonesian.similar(word))
        costs = {near: _FAR + place for place, near in enumerate(similar)}
    made = sorted(Guess(cost, near) for near, cost in costs.items())[:_MOST]
    return tuple(one for one in made if one.cost <= made[0].cost + _SPREAD)


def _rarity(word: str, speller: Speller, *, english: bool) -> float:
    words = lexicon()
    if word in words.common:
        return _COMMON
    stems = [stem for stem, _ in without_clitics(word)]
    if word in words.words or not words.common.isdisjoint(stems):
        return _LEXICON
    own, other = (
        (speller.english, speller.indonesian) if english else (speller.indonesian, speller.english)
    )
    if own.knows(word):
        return _DICTIONARY
    if any(map(own.knows, stems)):
        return _DERIVED
    return _DICTIONARY + _OTHER_LANGUAGE if other.knows(word) else _DERIVED + _OTHER_LANGUAGE


def _one_slip(word: str) -> dict[str, float]:
    """Every spelling one slip away, with how unlikely that slip is."""
    found: dict[str, float] = {}
    for make in (_swapped, _dropped, _replaced, _added, _apostrophised):
        for near, at, cost in make(word):
            whole = cost + _FIRST_LETTER * (at == 0)
            if near != word and whole < found.get(near, _FAR):
                found[near] = whole
    return found


def _swapped(word: str) -> Iterator[tuple[str, int, float]]:
    for at in range(len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :], at, 0.7


def _dropped(word: str) -> Iterator[tuple[str, int, float]]:
    """One letter too many was typed: twice the same, or the key beside."""
    for at, letter in enumerate(word):
        around = word[at - 1 : at] + word[at + 1 : at + 2]
        doubled = letter in around
        beside = any(one in _NEIGHBOURS.get(letter, "") for one in around)
        yield word[:at] + word[at + 1 :], at, 0.5 if doubled else 0.75 if beside else 0.95


def _replaced(word: str) -> Iterator[tuple[str, int, float]]:
    for at, letter in enumerate(word):
        for other in ascii_lowercase:
            pair = frozenset((letter, other))
            if other in _NEIGHBOURS.get(letter, ""):
                cost = 0.75
            elif pair in _ALIKE or pair <= _VOWELS:
                cost = 0.85
            else:
                cost = 1.2
            yield word[:at] + other + word[at + 1 :], at, cost


def _added(word: str) -> Iterator[tuple[str, int, float]]:
    """One letter too few was typed."""
    for at in range(len(word) + 1):
        around = word[max(at - 1, 0) : at + 1]
        for other in ascii_lowercase:
            cost = 0.6 if other in around else 0.75 if other in _VOWELS else 0.85
            yield word[:at] + other + word[at:], at, cost


def _apostrophised(word: str) -> Iterator[tuple[str, int, float]]:
    """`dont` and `youre` lack but the sign."""
    for at in (len(word) - 1, len(word) - 2):
        yield f"{word[:at]}'{word[at:]}", at, 0.5


def _two_slips(word: str) -> Iterator[str]:
    """Words of the lexicon two slips away that begin alike."""
    if len(word) > _SHORTEST_OF_TWO:
        for other in _by_first_letter().get(word[0], ()):
            if abs(len(other) - len(word)) <= 2 and distance(word, other) <= 2:
                yield other


@cache
def _by_first_letter() -> dict[str, list[str]]:
    words: dict[str, list[str]] = {}
    for word in sorted(lexicon().offered):
        words.setdefault(word[0], []).append(word)
    return words


def _neighbours() -> dict[str, str]:
    """The keys around each key of a QWERTY keyboard."""
    around: dict[str, str] = {}
    for number, row in enumerate(_ROWS):
        for at, key in enumerate(row):
            beside = row[max(at - 1, 0) : at] + row[at + 1 : at + 2]
            above = _ROWS[number - 1][at : at + 2] if number else ""
            below = _ROWS[number + 1][max(at - 1, 0) : at + 1] if number < 2 else ""
            around[key] = beside + above + below
    return around


_NEIGHBOURS: Final = _neighbours()

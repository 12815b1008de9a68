"""Which words are spelt right in Indonesian, English, everyday speech, or any mix of them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from brandvoice.language.dictionary import Dictionary
from brandvoice.language.lexicon import lexicon
from brandvoice.language.morphology import (
    american,
    drawn_out,
    is_compound,
    is_derived,
    is_laughter,
    without_clitics,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.brand.profile import Brand

_REMEMBERED: Final = 50_000
_VOWELS: Final = frozenset("aiueo")
_TAKES_ALL_CLITICS: Final = ("lah", "kah", "pun", "tah")


class Speller:
    """Knows words by two dictionaries, our lexicon and the rules of morphology; asks each once.

    A word is wrong only when all of them reject it. Not for two threads at once.
    """

    def __init__(self) -> None:
        self.indonesian = Dictionary("id_ID")
        self.english = Dictionary("en_US")
        self._known: dict[str, bool] = {}

    def knows(self, word: str, brand: Brand) -> bool:
        """Whether `word` is Indonesian, English, everyday speech or the brand's own."""
        word = word.lower().replace("’", "'")
        return self.spells(word) or self._is_own(word, brand)

    def names(self, word: str) -> bool:
        """Whether `word` is a name when it begins with a capital."""
        return self.english.knows(word.capitalize())

    def spells(self, word: str) -> bool:
        """Whether `word`, in small letters, is right whoever writes it."""
        if (known := self._known.get(word)) is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._looks_right(word)
        return known

    def is_regional(self, word: str) -> bool:
        """Whether `word` tells of a language of Java or another island, and of no other.

        Besides the words of the lexicon these are Indonesian ones with the Javanese `-e` or `-ne`.
        """
        if word in lexicon().regional:
            return not (self.indonesian.knows(word) or self.english.knows(word))
        return _is_javanese(word, self.indonesian.knows) and not self.english.knows(word)

    def offers(self, word: str) -> bool:
        """Whether `word` is fit to be suggested: no name, no abbreviation, clitics at most."""
        if len(word) < 3:
            return False
        if word in lexicon().offered or self.indonesian.knows(word) or self.english.knows(word):
            return True
        return any(
            stem in lexicon().offered or (len(stem) > 3 and self.indonesian.knows(stem))
            for stem, _ in without_clitics(word)
        )

    def derives(self, word: str) -> bool:
        """Whether `word` is an everyday derivation, as it might be suggested if nothing else is."""
        return word not in lexicon().words and self._is_whole(word)

    def is_plain(self, word: str) -> bool:
        """Whether `word` stands in a dictionary or the lexicon as it is."""
        return (
            word in lexicon().words
            or word in lexicon().standard
            or self.indonesian.knows_in_any_case(word)
            or self.english.knows(word)
        )

    def _looks_right(self, word: str) -> bool:
        return (
            self._is_whole(word)
            or any(map(self._is_whole, drawn_out(word)))
            or is_laughter(word)
            or _is_javanese(word, self.indonesian.knows)
            or is_compound(word, self._is_whole, self._is_root)
            or self.english.knows(american(word))
            or (word.endswith("in") and self.english.knows(f"{word}g"))  # "feelin"
        )

    def _is_whole(self, word: str) -> bool:
        """A word with its affixes and clitics, not drawn out, not joined by hyphens."""
        if self.is_plain(word) or is_derived(word, self._is_root, self._is_loan):
            return True
        return any(self._takes(stem, clitics) for stem, clitics in without_clitics(word))

    def _takes(self, stem: str, clitics: str) -> bool:
        """Everything takes `-nya`; `-ku`, `-mu` and particles make English words too easily."""
        if stem in lexicon().words or stem in lexicon().standard:
            return True
        if len(stem) < 3:
            return False
        if self.indonesian.knows_in_any_case(stem):
            return True
        if is_derived(stem, self._is_root, self._is_loan):
            return True
        if clitics.endswith(_TAKES_ALL_CLITICS):
            return False
        return len(stem) > 3 and self.english.knows(stem)

    def _is_root(self, word: str) -> bool:
        return word in lexicon().roots or self.indonesian.knows(word)

    def _is_loan(self, word: str) -> bool:
        return word in lexicon().loan_verbs

    def _is_own(self, word: str, brand: Brand) -> bool:
        own = _words_of((brand.name, *brand.own, *brand.readers, *brand.accepted))
        return word in own or any(stem in own for stem, _ in without_clitics(word))


def _is_javanese(word: str, is_root: Callable[[str], bool]) -> bool:
    """`penjuale`, `hargane`: the Javanese for `penjualnya`, `harganya`."""
    if not word.endswith("e") or len(word) < 6:
        return False
    root = word[:-1] if word[-2] not in _VOWELS else ""
    if word.endswith("ne") and word[-3] in _VOWELS and is_root(word[:-2]):
        return True
    return bool(root) and is_root(root)


@lru_cache(maxsize=8)
def _words_of(said: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for one in said for word in one.lower().split())

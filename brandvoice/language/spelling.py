"""Reads a post for its spelling, without Java: two dictionaries, our lexicon, some morphology."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from brandvoice.language.lexicon import lexicon
from brandvoice.language.morphology import without_clitics
from brandvoice.language.protected import protected
from brandvoice.language.remark import SPELLING, remark
from brandvoice.language.speller import Speller
from brandvoice.language.suggestion import Guess, guesses
from brandvoice.language.token import sentences
from brandvoice.post.fold import fold
from brandvoice.post.language import tally
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from brandvoice.brand.profile import Brand
    from brandvoice.language.token import Token
    from brandvoice.post.post import Post
    from brandvoice.review.finding import Finding
    from brandvoice.rules.rule import Rule

NONSTANDARD: Final = "language/nonstandard"
_REMEMBERED: Final = 2_000
_MOST: Final = 60
"""Unknown words looked into: what has more of them is no post, and each takes some 15 ms."""
# A sentence with so many words nobody knows is in another language, not full of slips.
_FEWEST_FOREIGN: Final = 3
_FOREIGN_SHARE: Final = 0.34
_REGIONAL: Final = 2
_SHORTEST_SLIP_OF_CAPITAL: Final = 5
# How near a known word must be: more so for short words and those with a capital, often names.
_LONG: Final = 6
_NEAR: Final = 1.7
_NEAR_IN_DOUBT: Final = 1.25
_LONGEST_ABBREVIATION: Final = 3
_VOWELS: Final = frozenset("aiueo")


class Spelling:
    """Finds misspelt words, and for brands that write formally those KBBI spells otherwise.

    Not for two threads at once.
    """

    def __init__(self, rules: Mapping[str, Rule], speller: Speller | None = None) -> None:
        self._rules = rules
        self.speller = speller or Speller()
        self._guessed: OrderedDict[tuple[str, bool], tuple[Guess, ...]] = OrderedDict()

    def proofread(self, post: Post, brand: Brand) -> tuple[Finding, ...]:
        """Notes on words, in the order of the text; none of them on a protected word."""
        text = post.text
        formal = brand.writes_formally and NONSTANDARD not in brand.off
        left = 0 if SPELLING in brand.off else _MOST
        found: list[Finding | None] = []
        for tokens in sentences(text, protected(post, brand)):
            if left > 0 and (unknown := self._unknown(tokens, brand)):
                found += self._slips(unknown[:left], tokens, text, brand)
                left -= len(unknown)
            if formal:
                found += [
                    self._remark(NONSTANDARD, token, text, brand, (better,))
                    for token in tokens
                    if (better := standard(token.word))
                ]
        return tuple(sorted(filter(None, found), key=lambda one: one.span))

    def _unknown(self, tokens: Sequence[Token], brand: Brand) -> list[Token]:
        """The words nobody knows; none where the sentence is in a language that is not checked."""
        is_casual = any(map(self._is_casual, tokens))
        unknown = [
            one
            for one in tokens
            if not self.speller.knows(one.word, brand)
            and not (one.begins and self.speller.names(one.word))
            and not (is_casual and _is_drawl(one.word))
        ]
        return [] if self._is_foreign(tokens, len(unknown)) else unknown

    def _slips(
        self, unknown: Sequence[Token], tokens: Sequence[Token], text: str, brand: Brand
    ) -> Iterator[Finding | None]:
        stretch = Span(tokens[0].span.start, tokens[-1].span.end)
        english = tally(fold(stretch.of(text)).text).tongue == "en"
        for token in unknown:
            if self._is_slip(token, english=english):
                instead = (one.word for one in self._guesses(token.word, english=english))
                yield self._remark(SPELLING, token, text, brand, instead)

    def _is_casual(self, token: Token) -> bool:
        """Whether a word is of talk alone, so that the others may be drawn out."""
        return token.word in lexicon().chatty and not self.speller.indonesian.knows(token.word)

    def _is_foreign(self, tokens: Sequence[Token], unknown: int) -> bool:
        """Whether a sentence is in a language that is not checked: Javanese, Spanish, a code."""
        if sum(self.speller.is_regional(one.word) for one in tokens) >= _REGIONAL:
            return True
        return unknown >= _FEWEST_FOREIGN and unknown > _FOREIGN_SHARE * len(tokens)

    def _is_slip(self, token: Token, *, english: bool) -> bool:
        """Whether an unknown word is a slip: a known one is near.

        Otherwise it is a name, a trade mark, an abbreviation or a word of another language.
        """
        word = token.word
        if token.begins and len(word) < _SHORTEST_SLIP_OF_CAPITAL:
            return False
        best = next(iter(self._guesses(word, english=english)), None)
        if best is None:
            return False
        if len(word) <= _LONGEST_ABBREVIATION:
            return _is_short_of_a_consonant(word, best.word)
        is_doubtful = token.begins or len(word) < _LONG
        return best.cost <= (_NEAR_IN_DOUBT if is_doubtful else _NEAR)

    def _guesses(self, word: str, *, english: bool) -> tuple[Guess, ...]:
        key = word, english
        if key in self._guessed:
            self._guessed.move_to_end(key)
            return self._guessed[key]
        made = self._guessed[key] = guesses(word, self.speller, english=english)
        if len(self._guessed) > _REMEMBERED:
            self._guessed.popitem(last=False)
        return made

    def _remark(
        self, rule_id: str, token: Token, text: str, brand: Brand, instead: Iterable[str]
    ) -> Finding | None:
        rule = self._rules[rule_id]
        cased = (one[:1].upper() + one[1:] if token.begins else one for one in instead)
        return remark(
            rule_id,
            token.span,
            text,
            brand,
            title=rule.title,
            message=rule.message,
            why=rule.why,
            instead=cased,
            sources=rule.sources,
        )


def _is_drawl(word: str) -> bool:
    """`bangett`, `ajaa`: a last letter drawn out, as in chats."""
    return word[-1] == word[-2] and word[:-1] in lexicon().chatty


def _is_short_of_a_consonant(word: str, better: str) -> bool:
    """Whether a common word lost a consonant: `yan` is a slip, `akn` for `akan` a habit."""
    vowels, others = ([one for one in each if one in _VOWELS] for each in (word, better))
    return len(better) > len(word) and vowels == others and better in lexicon().common


def standard(word: str) -> str | None:
    """The spelling of `word` in KBBI, clitics and all, where the one given is not; else None."""
    table = lexicon().standard
    if word in table:
        return table[word]
    for stem, clitics in without_clitics(word):
        if stem in table:
            return table[stem] + clitics
    return None

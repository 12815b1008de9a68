"""The `{blanks}` of phrases and patterns, filled from word classes.

`{buy}` is a class of the pack, `{beli|order}` names its words on the spot, and a trailing `?`
(`{kak?}`) makes the blank optional; what is optional and no class is that word itself.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.post.fold import fold
from brandvoice.rules.token import is_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_SPELLINGS: Final = 100
"""A phrase with more spellings is cheaper as one pattern than as so many literals."""

# A name or words with bars between: `{2,3}` and `{4}` in a pattern are repetitions, not blanks.
_BLANK = re.compile(r"\{(?P<words>[^\W\d][^{}|]*?|[^{}]*?\|[^{}]*?)(?P<optional>\?)?\}")
_CLITIC: Final = r"(?:nya|kah|lah|pun|ku|mu)?(?:lah|pun)?2?"
"""What Indonesian lets follow a word without changing what it says; "2" doubles it."""

# A border of words, not needed where the phrase itself begins or ends with a mark.
_STARTS: Final = r"(?:(?<!\w)|(?!\w))"
_ENDS: Final = rf"(?:(?<!\w)|{_CLITIC}(?!\w))"


class UnknownClassError(Exception):
    """A blank that names no class of the pack."""


class _Blank(NamedTuple):
    words: tuple[str, ...]
    optional: bool


class Phrase:
    """The spellings of one phrase as they stand in a folded text.

    Raises UnknownClassError for a blank that the classes do not know.
    """

    def __init__(self, phrase: str, classes: Mapping[str, Sequence[str]]) -> None:
        self._pieces: list[str | _Blank] = []
        phrase, at = phrase.strip(), 0
        for blank in _BLANK.finditer(phrase):
            words = tuple(dict.fromkeys(map(_fold_piece, _words(blank, classes))))
            self._pieces += [
                _fold_piece(phrase[at : blank.start()]),
                _Blank(words, bool(blank["optional"])),
            ]
            at = blank.end()
        self._pieces.append(_fold_piece(phrase[at:]))

    @property
    def count(self) -> int:
        """How many spellings there are."""
        return prod(
            len(piece.words) + piece.optional for piece in self._pieces if isinstance(piece, _Blank)
        )

    @property
    def shortest(self) -> str:
        """One spelling to show: of each blank the first word, of optional ones nothing."""
        parts = (
            piece if isinstance(piece, str) else "" if piece.optional else piece.words[0]
            for piece in self._pieces
        )
        return " ".join("".join(parts).split())

    def spellings(self) -> list[str]:
        """Every literal spelling, none of them empty."""
        choices = [
            (piece,)
            if isinstance(piece, str)
            else (*piece.words, *([""] if piece.optional else []))
            for piece in self._pieces
        ]
        found = (" ".join("".join(parts).split()) for parts in product(*choices))
        return [spelling for spelling in found if spelling]

    @property
    def pattern(self) -> str:
        """One regular expression for all spellings, borders and clitics included."""
        return f"{_STARTS}(?:{self.body}){_ENDS}"

    @property
    def body(self) -> str:
        """The same without what must stand before and behind it."""
        out: list[str] = []
        skip_space = False
        for number, piece in enumerate(self._pieces):
            if isinstance(piece, str):
                text = piece[1:] if skip_space and piece.startswith(" ") else piece
                skip_space = False
                following = self._pieces[number + 1] if number + 1 < len(self._pieces) else None
                if isinstance(following, _Blank) and following.optional and text.endswith(" "):
                    out.append(_escaped(text[:-1]))
                    out.append(rf"(?: {_alternation(following.words)})?")
                else:
                    out.append(_escaped(text))
                    if isinstance(following, _Blank):
                        # An optional blank at the very start takes the space behind it along.
                        skip_space = following.optional
                        tail = "(?:{} )?" if skip_space else "{}"
                        out.append(tail.format(_alternation(following.words)))
        return "".join(out)


def fill_pattern(pattern: str, classes: Mapping[str, Sequence[str]]) -> str:
    """A pattern with its blanks as alternations; raises UnknownClassError."""
    return _BLANK.sub(
        lambda blank: _alternation(_words(blank, classes)) + (blank["optional"] or ""), pattern
    )


def word_end(folded: str, end: int) -> int | None:
    """Where the last word of a literal ends, or None if the literal is only a part of it."""
    if end == len(folded) or not is_word(folded[end]) or not is_word(folded[end - 1]):
        return end
    clitic = _CLITIC_AND_BORDER.match(folded, end)
    return clitic.end() if clitic else None


_CLITIC_AND_BORDER = re.compile(rf"{_CLITIC}(?!\w)")


def _alternation(words: Sequence[str]) -> str:
    return f"(?:{'|'.join(map(_escaped, sorted(words, key=len, reverse=True)))})"


def _escaped(words: str) -> str:
    return re.escape(words).replace("\\ ", " ")


@lru_cache(maxsize=4_096)
def _fold_piece(piece: str) -> str:
    # Piece by piece: a phrase has few pieces and may have thousands of spellings.
    return fold(piece).text


def _words(blank: re.Match[str], classes: Mapping[str, Sequence[str]]) -> Sequence[str]:
    named = blank["words"]
    if "|" in named:
        return named.split("|")
    if named not in classes:
        if blank["optional"]:
            return (named,)
        raise UnknownClassError(named)
    return classes[named]

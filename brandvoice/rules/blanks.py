"""The `{blanks}` of phrases and patterns, filled from word classes.

`{buy}` is a class of the pack, `{beli|order}` names its words on the spot, and a trailing `?`
(`{kak?}`) makes the blank optional.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, Final

from brandvoice.post.fold import fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_SPELLINGS: Final = 4_000
# Letters first: `{2,3}` and `{4}` in a pattern are repetitions, not blanks.
_BLANK = re.compile(r"\{(?P<words>[^\W\d][^{}]*?)(?P<optional>\?)?\}")


class UnknownClassError(Exception):
    """A blank that names no class of the pack."""


class TooManySpellingsError(Exception):
    """A phrase whose blanks make more than MAX_SPELLINGS literal spellings."""


def folded_spellings(phrase: str, classes: Mapping[str, Sequence[str]]) -> list[str]:
    """Every literal spelling of a phrase as it stands in a folded text, none of them empty.

    Raises UnknownClassError or TooManySpellingsError.
    """
    pieces: list[Sequence[str]] = []
    at, count = 0, 1
    for blank in _BLANK.finditer(phrase):
        words = [*map(_fold_piece, _words(blank, classes)), *([""] if blank["optional"] else [])]
        count *= len(words)
        if count > MAX_SPELLINGS:
            raise TooManySpellingsError(phrase)
        pieces += [(_fold_piece(phrase[at : blank.start()]),), words]
        at = blank.end()
    pieces.append((_fold_piece(phrase[at:]),))
    found = (" ".join("".join(parts).split()) for parts in product(*pieces))
    return [spelling for spelling in found if spelling]


def fill_pattern(pattern: str, classes: Mapping[str, Sequence[str]]) -> str:
    """A pattern with its blanks as alternations; raises UnknownClassError."""

    def alternation(blank: re.Match[str]) -> str:
        words = sorted(_words(blank, classes), key=len, reverse=True)
        return f"(?:{'|'.join(map(re.escape, words))}){blank['optional'] or ''}"

    return _BLANK.sub(alternation, pattern)


@lru_cache(maxsize=4_096)
def _fold_piece(piece: str) -> str:
    # Piece by piece: a phrase has few pieces and up to thousands of spellings.
    return fold(piece).text


def _words(blank: re.Match[str], classes: Mapping[str, Sequence[str]]) -> Sequence[str]:
    named = blank["words"]
    if "|" in named:
        return named.split("|")
    if named not in classes:
        raise UnknownClassError(named)
    return classes[named]

"""The `{blanks}` of phrases and patterns, filled from word classes.

`{buy}` is a class of the pack, `{beli|order}` names its words on the spot, and a trailing `?`
(`{kak?}`) makes the blank optional.
"""

from __future__ import annotations

import re
from itertools import product
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MAX_SPELLINGS: Final = 4_000
# Letters first: `{2,3}` and `{4}` in a pattern are repetitions, not blanks.
_BLANK = re.compile(r"\{(?P<words>[^\W\d][^{}]*?)(?P<optional>\?)?\}")


class UnknownClassError(Exception):
    """A blank that names no class of the pack."""


class TooManySpellingsError(Exception):
    """A phrase whose blanks make more than MAX_SPELLINGS literal spellings."""


def spellings(phrase: str, classes: Mapping[str, Sequence[str]]) -> list[str]:
    """Every literal spelling of a phrase; raises UnknownClassError or TooManySpellingsError."""
    pieces: list[Sequence[str]] = []
    at, count = 0, 1
    for blank in _BLANK.finditer(phrase):
        words = [*_words(blank, classes), *([""] if blank["optional"] else [])]
        count *= len(words)
        if count > MAX_SPELLINGS:
            raise TooManySpellingsError(phrase)
        pieces += [(phrase[at : blank.start()],), words]
        at = blank.end()
    pieces.append((phrase[at:],))
    return [" ".join("".join(parts).split()) for parts in product(*pieces)]


def fill_pattern(pattern: str, classes: Mapping[str, Sequence[str]]) -> str:
    """A pattern with its blanks as alternations; raises UnknownClassError."""

    def alternation(blank: re.Match[str]) -> str:
        words = sorted(_words(blank, classes), key=len, reverse=True)
        return f"(?:{'|'.join(map(re.escape, words))}){blank['optional'] or ''}"

    return _BLANK.sub(alternation, pattern)


def _words(blank: re.Match[str], classes: Mapping[str, Sequence[str]]) -> Sequence[str]:
    named = blank["words"]
    if "|" in named:
        return named.split("|")
    if named not in classes:
        raise UnknownClassError(named)
    return classes[named]

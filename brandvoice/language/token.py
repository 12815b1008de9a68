"""The words of a post that can be misspelt at all, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.language.protected import touches
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Marks, joiners and soft hyphens belong to the word they stand in.
_IN_WORD: Final = r"\w\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufe0f\ufeff"
_WORD = re.compile(rf"[{_IN_WORD}]+(?:['’ʼ`\-‐‑*./&+][{_IN_WORD}]+)*")
_PIECE = re.compile(rf"[{_IN_WORD}]+(?:['’ʼ`\-‐‑][{_IN_WORD}]+)*")
_APOSTROPHES = str.maketrans("’ʼ`‐‑", "'''--")
_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…]+(?=[\s\"”')\]]|$)|(?=\n)|$)")
_SHORTEST: Final = 3
_LONGEST: Final = 40
_BEFORE: Final = 40
_VOWELS: Final = frozenset("aeiouy")
_OPENS: Final = "\"'“‘(["


class Token(NamedTuple):
    """A word to look up: where it stands, in plain letters, whether its sentence begins with it."""

    span: Span
    word: str
    begins: bool


def sentences(text: str, protected: Sequence[Span]) -> Iterator[list[Token]]:
    """The tokens of each sentence; protected words and what is no plain word are left out.

    Left out are words with digits, underscores, dots inside (`dll.com`, `s.d`) or a censor's
    asterisks, codes and words in capitals (`COD`, `DISKON`, `iPhone`), names (a capital inside the
    sentence), abbreviations without a vowel, words of less than three letters, and words in
    letters that neither language writes.
    """
    for sentence in _SENTENCE.finditer(text):
        yield list(_tokens(text, Span(*sentence.span()), protected))


def _tokens(text: str, sentence: Span, protected: Sequence[Span]) -> Iterator[Token]:
    for found in _WORD.finditer(text, *sentence):
        span = Span(*found.span())
        # They are in order and none overlaps another: only the neighbours can touch this one.
        place = bisect_left(protected, span)
        if touches(span, protected[max(place - 1, 0) : place + 1]):
            continue
        given = found[0]
        if "/" in given or "&" in given or "+" in given:
            pieces = [Span(*one.span()) for one in _PIECE.finditer(text, *span)]
        else:
            pieces = [span]
        for piece in pieces:
            word = piece.of(text).translate(_APOSTROPHES)
            if _is_plain(word) and _is_cased_as_a_word(text, sentence, piece, word):
                yield Token(piece, word.lower(), word[0].isupper())


def _is_plain(word: str) -> bool:
    letters = word.replace("-", "").replace("'", "")
    return (
        _SHORTEST <= len(letters) <= _LONGEST
        and letters.isascii()
        and letters.isalpha()
        and not _VOWELS.isdisjoint(letters.lower())
    )


def _is_cased_as_a_word(text: str, sentence: Span, span: Span, word: str) -> bool:
    """Small letters, or one capital where a sentence begins."""
    if word.islower():
        return True
    return word[1:].islower() and _begins(text, sentence, span)


def _begins(text: str, sentence: Span, span: Span) -> bool:
    """Whether nothing but signs and emoji stands before it in its sentence, or a mark that lets
    a new one begin."""
    before = (
        text[max(sentence.start, span.start - _BEFORE) : span.start]
        .rstrip()
        .rstrip(_OPENS)
        .rstrip()
    )
    return not before or not (before[-1].isalnum() or before[-1] in ",;&/+-–—)’'\"”%@#")

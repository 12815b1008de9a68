"""Shouting about a sale: words in capitals, and marks in rows."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from brandvoice.review.paragraph import Paragraph

# Words that make shouting a cry of the market; in the pack, so that brands can add theirs.
_CRY: Final = "shout"
_GATE: Final = re.compile(r"[A-Z]{3}[^a-z\n]*[ ,/+&\-!]")
_WORD = r"(?:\d+[.,]?\d*%|[A-Z][A-Z'\-]+\d*|&|\d+[A-Z]*)"
# Two words in capitals or more: one alone may be an abbreviation or a label.
_CAPITALS = re.compile(rf"(?<!\w)[A-Z][A-Z'\-]+(?:[ ,/+&\-]+{_WORD})+(?!\w)[ ]?[!?]*")
_LONG_WORD = re.compile(r"[A-Z]{4,}")
_LONG_WORDS: Final = 2
# A run of this many characters is a listing typed in capitals: no cry, but a habit.
_LONGEST_CRY: Final = 60
_MARK = re.compile(r"[!‼❗❕]")
_MARKS = re.compile(r"(?:‼|[!❗❕]\uFE0F?[ .]?[!❗❕])(?:[ ]?[!?‼❗❕\uFE0F])*")
# Up to five words right before the marks; searched in a short stretch, so never slow.
_WORDS_BEFORE = re.compile(r"(?<![\w%'-])[\w%'-]+(?:[ ,]+[\w%'-]+){0,4}[ .?,]?$")
_STRETCH: Final = 80
# Bold, italic and full-width letters, which are capitals only to the eye.
_STYLED = re.compile(r"[\U0001D400-\U0001D7FF\uFF21-\uFF3A]")


def shouted_words(paragraph: Paragraph) -> Iterable[Span]:
    """Short runs of words in capitals with a word of sale among them."""
    if _CRY not in paragraph.matches.cues:
        return ()
    text = _unstyled(paragraph.text)
    return _in_capitals(paragraph, text) if _GATE.search(text) else ()


def shouted_marks(paragraph: Paragraph) -> Iterable[Span]:
    """Up to five words about a sale with two exclamation marks or more behind them."""
    if _CRY not in paragraph.matches.cues or not _MARK.search(paragraph.text):
        return ()
    return _before_marks(paragraph)


def _in_capitals(paragraph: Paragraph, text: str) -> Iterator[Span]:
    for run in _CAPITALS.finditer(text):
        if len(run[0]) <= _LONGEST_CRY and len(_LONG_WORD.findall(run[0])) >= _LONG_WORDS:
            yield from _cry(paragraph, Span(*run.span()))


def _before_marks(paragraph: Paragraph) -> Iterator[Span]:
    for marks in _MARKS.finditer(paragraph.text):
        stretch = Span(max(0, marks.start() - _STRETCH), marks.start())
        if words := _WORDS_BEFORE.search(stretch.of(paragraph.text)):
            yield from _cry(paragraph, Span(stretch.start + words.start(), marks.end()))


def _unstyled(text: str) -> str:
    """The same text with plain letters for styled ones, each where it stood."""
    if text.isascii():
        return text
    return _STYLED.sub(lambda letter: unicodedata.normalize("NFKC", letter[0]), text)


def _cry(paragraph: Paragraph, run: Span) -> Iterator[Span]:
    """The run without its last blanks, if a word of sale is in it."""
    span = paragraph.folded(Span(run.start, run.start + len(run.of(paragraph.text).rstrip())))
    if paragraph.cue_in(_CRY, span):
        yield span

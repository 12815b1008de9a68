"""Shouting: runs of capitals, and marks in rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brandvoice.review.paragraph import Paragraph

_GATE: Final = re.compile(r"[^\W\d_a-z]{2}.*[^\W\d_a-z]{3}")
_WORD = r"(?:\d+[.,]?\d*%|[A-Z][A-Z'\-]+\d*|&|\d+[A-Z]*)"
# Three words or more in capitals, at least two of them long enough not to be abbreviations.
_CAPITALS = re.compile(rf"(?<!\w)[A-Z][A-Z'\-]+(?:[ ,/+&\-]+{_WORD}){{2,}}[!?]*")
_LONG_WORD = re.compile(r"[A-Z]{4,}")
_LONG_WORDS: Final = 3
_MARKS = re.compile(r"(?:\w+[ ]?){1,4}!{3,}|(?:\w+[ ]?){1,4}(?:!{1,2}[ ]?\?{1,2}){2,}")


def shouted_words(paragraph: Paragraph) -> Iterator[Span]:
    """Runs of words in capitals that are more than abbreviations and labels."""
    if not _GATE.search(paragraph.text):
        return
    for run in _CAPITALS.finditer(paragraph.text):
        if len(_LONG_WORD.findall(run[0])) >= _LONG_WORDS:
            yield paragraph.folded(Span(*run.span()))


def shouted_marks(paragraph: Paragraph) -> Iterator[Span]:
    """Up to four words with three exclamation marks or more behind them."""
    if "!!" not in paragraph.text:
        return
    for run in _MARKS.finditer(paragraph.text):
        yield paragraph.folded(Span(*run.span()))

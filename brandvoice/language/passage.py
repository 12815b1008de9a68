"""The sentences of a post that LanguageTool knows, with what is not to be read as words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.language.client import ENGLISH, Piece
from brandvoice.language.protected import MENTION, protected
from brandvoice.post.emoji import emoji
from brandvoice.post.fold import fold
from brandvoice.post.language import Tally, tally
from brandvoice.post.sentence import Sentences
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brandvoice.brand.profile import Brand
    from brandvoice.post.post import Post

# What the server takes a mention and any emoji for: neither is a mistake, nor a hole.
_SOMEBODY: Final = "Alex"
_SMILE: Final = "😀"
_LONGEST: Final = 5_000
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
# English words of a sentence for one that is Indonesian.
_MOSTLY: Final = 5


class Passage(NamedTuple):
    """A sentence to be read: where it stands, what is sent, and its words that nobody may fault.

    `languages` are those it may be in, `fixed` positions within the sentence.
    """

    span: Span
    pieces: tuple[Piece, ...]
    fixed: tuple[Span, ...]
    languages: tuple[str, ...]


def passages(post: Post, brand: Brand) -> Iterator[Passage]:
    """The sentences of `post` in English or another language of the brand, of at least two words,
    without the tags behind them.

    A sentence without telling words is taken to be in the language of the whole post.
    """
    text = post.text
    fixed = protected(post, brand)
    found = list(_sentences(text))
    whole = _sum(found)
    for span, words in found:
        languages = _languages(words if sum(words) else whole, brand)
        if not languages:
            continue
        bare = _without_ends(text, span, fixed)
        if bare.end - bare.start <= _LONGEST and len(_WORD.findall(text, *bare)) > 1:
            inside = [_within(one, bare) for one in fixed if one.overlaps(bare)]
            yield Passage(bare, tuple(_pieces(bare.of(text))), tuple(inside), languages)


def _sum(found: Sequence[tuple[Span, Tally]]) -> Tally:
    whole = Tally()
    for _, words in found:
        whole = whole.plus(words)
    return whole


def _languages(words: Tally, brand: Brand) -> tuple[str, ...]:
    """What a sentence of these telling words may be read in; empty: it is not to be read."""
    if words.tongue == "en" and words.english >= _MOSTLY * words.indonesian:
        return (ENGLISH,)
    return brand.languages if words.tongue == "other" else ()


def _sentences(text: str) -> Iterator[tuple[Span, Tally]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            folded = fold(line)
            for sentence in Sentences(folded.text):
                if sentence.start < sentence.end:
                    place = folded.span(*sentence)
                    yield (
                        Span(start + place.start, start + place.end),
                        tally(sentence.of(folded.text)),
                    )
        start += len(line) + 1


def _without_ends(text: str, span: Span, fixed: Sequence[Span]) -> Span:
    """The sentence without blanks, tags, links, mentions and emoji at its ends."""
    start, end = span
    moving = True
    while moving and start < end:
        moving = False
        while start < end and text[start].isspace():
            start += 1
        while start < end and text[end - 1].isspace():
            end -= 1
        for one in fixed:
            if one.start <= start < one.end <= end:
                start, moving = one.end, True
            if start <= one.start < end <= one.end:
                end, moving = one.start, True
    return Span(start, max(start, end))


def _within(span: Span, passage: Span) -> Span:
    return Span(
        max(span.start, passage.start) - passage.start, min(span.end, passage.end) - passage.start
    )


def _pieces(sentence: str) -> Iterator[Piece]:
    """The sentence as it is sent."""
    marks = sorted(
        [(*span, _SMILE) for span in emoji(sentence)]
        + [(*found.span(), _SOMEBODY) for found in MENTION.finditer(sentence)]
    )
    at = 0
    for start, end, stands_for in marks:
        if start < at:
            continue
        if at < start:
            yield Piece(sentence[at:start])
        yield Piece(sentence[start:end], stands_for)
        at = end
    if at < len(sentence):
        yield Piece(sentence[at:])

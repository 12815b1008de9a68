"""Words that are no mistake whatever a dictionary says: names, handles, tags, links, emoji."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from brandvoice.post.emoji import emoji
from brandvoice.post.hashtag import hashtags
from brandvoice.post.link import links
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brandvoice.brand.profile import Brand
    from brandvoice.post.post import Channel, Post

# A handle may hold dots, not end in one; what looks like one inside a word is an e-mail address.
MENTION: Final = re.compile(r"(?<![\w.])[@＠][\w.]*\w")
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")


def protected(post: Post, brand: Brand) -> tuple[Span, ...]:
    """Mentions, e-mail addresses, hashtags, links, emoji and the brand's own words.

    In order, those that overlap made one. The brand's words are its name, how it calls itself and
    its readers, and the words it accepts, in any case.
    """
    text = post.text
    channel: Channel = post.channels[0] if post.channels else "instagram"
    found = [
        *links(text),
        *hashtags(text, channel),
        *emoji(text),
        *(Span(*one.span()) for one in MENTION.finditer(text)),
        *(Span(*one.span()) for one in _EMAIL.finditer(text)),
        *own_words(text, brand),
    ]
    return tuple(_joined(sorted(found)))


def own_words(text: str, brand: Brand) -> Iterator[Span]:
    """Where the brand's own words stand, in any case."""
    said = (brand.name, *brand.own, *brand.readers, *brand.accepted)
    pattern = _pattern(tuple(one.strip() for one in said if one.strip()))
    return (Span(*one.span()) for one in pattern.finditer(text)) if pattern else iter(())


def touches(span: Span, spans: Sequence[Span]) -> bool:
    """Whether `span` overlaps one of `spans`."""
    return any(span.overlaps(one) for one in spans)


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str] | None:
    if not words:
        return None
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    held: Span | None = None
    for span in spans:
        if held and span.start < held.end:
            held = Span(held.start, max(held.end, span.end))
        else:
            if held:
                yield held
            held = span
    if held:
        yield held

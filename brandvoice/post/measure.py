"""How long each platform finds a text, and where it stops fitting."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from heapq import merge
from typing import TYPE_CHECKING, Final, Literal, NamedTuple, get_args

import regex

from brandvoice.post.emoji import emoji
from brandvoice.post.hashtag import hashtags
from brandvoice.post.link import links
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from brandvoice.post.post import Channel

Counting = Literal["weighted", "threads", "utf-16", "utf-8"]
COUNTINGS: Final[tuple[Counting, ...]] = get_args(Counting)


@dataclass(frozen=True, slots=True)
class ChannelLimits:
    """What one platform takes: `length` in its own units, at most so many hashtags.

    `counting` says what a unit is: `weighted` X's own weights, `threads` a code point but for emoji
    the bytes of their UTF-8, `utf-16` and `utf-8` the code units of those encodings. `hashtags` is
    None where there is no limit. `name` is the platform's own, `source` the document that says so.
    """

    channel: Channel
    name: str
    length: int
    counting: Counting
    hashtags: int | None
    source: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One channel's view of a text, in that channel's units."""

    channel: Channel
    length: int
    limit: int
    hashtags: int
    hashtag_limit: int | None

    @property
    def over(self) -> bool:
        """Whether the channel would refuse it or cut it."""
        too_many = self.hashtag_limit is not None and self.hashtags > self.hashtag_limit
        return too_many or self.length > self.limit


def measure(text: str, limits: ChannelLimits) -> Measure:
    """The length and the hashtags of a normalised text as the platform of `limits` counts them."""
    return Measure(
        channel=limits.channel,
        length=sum(stretch.weight for stretch in _stretches(text, limits.counting)),
        limit=limits.length,
        hashtags=len(hashtags(text, limits.channel)),
        hashtag_limit=limits.hashtags,
    )


def surplus(text: str, limits: ChannelLimits) -> Span | None:
    """The end of a normalised text that no longer fits, or None; no character is cut in two."""
    left = limits.length
    for stretch in _stretches(text, limits.counting):
        if stretch.weight > left:
            start = stretch.span.start
            return Span(start + _fitting(stretch, text, left, limits.counting), len(text))
        left -= stretch.weight
    return None


class _Stretch(NamedTuple):
    """A piece of the text and its weight; a `whole` one (a link, an emoji) has no inner border."""

    span: Span
    weight: int
    whole: bool


class _Scale(NamedTuple):
    """How much plain words weigh, and whole emoji and links where they are weighed apart."""

    words: Callable[[str], int]
    emoji: Callable[[str], int] | None = None
    link: int | None = None


# twitter-text, configuration 3: these ranges weigh 1, every other code point of the NFC form 2.
_HEAVY = re.compile("[^\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")


def _weighted(words: str) -> int:
    composed = unicodedata.normalize("NFC", words)
    return len(composed) + len(_HEAVY.findall(composed))


def _utf_8(words: str) -> int:
    return len(words.encode())


def _utf_16(words: str) -> int:
    return len(words.encode("utf-16-le")) // 2


_SCALES: Final[dict[Counting, _Scale]] = {
    "weighted": _Scale(_weighted, emoji=lambda _: 2, link=23),
    "threads": _Scale(len, emoji=_utf_8),
    "utf-16": _Scale(_utf_16),
    "utf-8": _Scale(_utf_8),
}


def _stretches(text: str, counting: Counting) -> Iterator[_Stretch]:
    scale = _SCALES[counting]
    at = 0
    for span, weight in _whole(text, scale):
        if span.start > at:
            yield _Stretch(Span(at, span.start), scale.words(text[at : span.start]), whole=False)
        yield _Stretch(span, weight, whole=True)
        at = span.end
    if at < len(text):
        yield _Stretch(Span(at, len(text)), scale.words(text[at:]), whole=False)


def _whole(text: str, scale: _Scale) -> Iterator[tuple[Span, int]]:
    """Links and emoji in the order of the text; an emoji inside a link belongs to the link."""
    linked: Iterable[tuple[Span, int]] = ()
    if scale.link is not None:
        linked = [(link, scale.link) for link in links(text)]
    pictured: Iterable[tuple[Span, int]] = ()
    if scale.emoji is not None:
        weigh = scale.emoji
        pictured = [(picture, weigh(picture.of(text))) for picture in emoji(text)]
    at = 0
    for span, weight in merge(linked, pictured):
        if span.start >= at:
            yield span, weight
            at = span.end


def _fitting(stretch: _Stretch, text: str, left: int, counting: Counting) -> int:
    """How many code points of `stretch`, which weighs more than `left`, still fit."""
    if stretch.whole:
        return 0
    weigh = _SCALES[counting].words
    words = stretch.span.of(text)
    for cluster in _cluster().finditer(words):
        left -= weigh(cluster[0])
        if left < 0:
            return cluster.start()
    return len(words)


@cache
def _cluster() -> regex.Pattern[str]:
    """What people see as one character."""
    return regex.compile(r"\X")

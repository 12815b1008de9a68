"""Whether a post fits the channels it is meant for."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from brandvoice.post.hashtag import hashtags
from brandvoice.post.measure import measure, surplus
from brandvoice.post.span import Span
from brandvoice.review.finding import Finding, Suggestion, Told

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from brandvoice.post.measure import ChannelLimits
    from brandvoice.post.post import Channel, Post


class _Excess(NamedTuple):
    """What one platform does not take: so many, where at most so many go."""

    limits: ChannelLimits
    span: Span
    has: int
    takes: int


def channel_findings(post: Post, limits: Mapping[Channel, ChannelLimits]) -> tuple[Finding, ...]:
    """A finding for each part of `post` that some of its channels refuse or cut off.

    `channel/length` marks what stands past the limit, `channel/hashtags` from the first hashtag too
    many to the last. Channels that stop at the same place share one finding, so that a waiver for
    one is never taken for another.
    """
    chosen = [limits[channel] for channel in post.channels if channel in limits]
    too_long = _by_span(_too_long(post.text, chosen))
    too_many = _by_span(_too_many(post.text, chosen))
    return (
        *(_length(post.text, excesses) for excesses in too_long),
        *(_hashtags(post.text, excesses) for excesses in too_many),
    )


def _too_long(text: str, chosen: Iterable[ChannelLimits]) -> Iterable[_Excess]:
    for limits in chosen:
        if past := surplus(text, limits):
            yield _Excess(limits, past, measure(text, limits).length, limits.length)


def _too_many(text: str, chosen: Iterable[ChannelLimits]) -> Iterable[_Excess]:
    for limits in chosen:
        tags = hashtags(text, limits.channel)
        if limits.hashtags is not None and len(tags) > limits.hashtags:
            past = Span(tags[limits.hashtags].start, tags[-1].end)
            yield _Excess(limits, past, len(tags), limits.hashtags)


def _by_span(excesses: Iterable[_Excess]) -> list[list[_Excess]]:
    groups: dict[Span, list[_Excess]] = {}
    for excess in excesses:
        groups.setdefault(excess.span, []).append(excess)
    return list(groups.values())


def _length(text: str, excesses: list[_Excess]) -> Finding:
    span = excesses[0].span
    return Finding(
        rule="channel/length",
        category="channel",
        severity="warning",
        span=span,
        words=span.of(text),
        title=Told(id="terlalu panjang", en="too long"),
        message=Told(
            id=f"Mulai dari sini tulisan tidak muat lagi: {_counts(excesses, 'dari', '.')}",
            en=f"From here on the text no longer fits: {_counts(excesses, 'of', ',')}",
        ),
        why=Told(
            id="Tulisan yang melewati batas ditolak atau dipotong saat diunggah.",
            en="A text over the limit is refused or cut off when it is posted.",
        ),
        sources=_sources(excesses),
        cues=_channels(excesses),
    )


def _hashtags(text: str, excesses: list[_Excess]) -> Finding:
    span = excesses[0].span
    return Finding(
        rule="channel/hashtags",
        category="channel",
        severity="warning",
        span=span,
        words=span.of(text),
        title=Told(id="tagar kebanyakan", en="too many hashtags"),
        message=Told(
            id=f"Tagar dari sini sudah melewati batas: {_counts(excesses, 'dari', '.')}",
            en=f"The hashtags from here on are too many: {_counts(excesses, 'of', ',')}",
        ),
        why=Told(
            id="Tagar yang melewati batas diabaikan, atau unggahannya ditolak.",
            en="Hashtags over the limit are ignored, or the post is refused.",
        ),
        sources=_sources(excesses),
        suggestions=_without_surplus(text, excesses[0]),
        cues=_channels(excesses),
    )


def _without_surplus(text: str, excess: _Excess) -> tuple[Suggestion, ...]:
    """Take the hashtags out, if nothing but blanks stands between them."""
    tags = [tag for tag in hashtags(text, excess.limits.channel) if tag.start >= excess.span.start]
    if any(text[one.end : next_.start].strip() for one, next_ in pairwise(tags)):
        return ()
    start = len(text[: excess.span.start].rstrip())
    return (Suggestion(Span(start, excess.span.end), ""),)


def _counts(excesses: list[_Excess], of: str, thousands: str) -> str:
    """`X 312 of 280, Threads 640 of 500.`"""
    counts = (
        f"{excess.limits.name} {excess.has:,} {of} {excess.takes:,}".replace(",", thousands)
        for excess in excesses
    )
    return "; ".join(counts) + "."


def _sources(excesses: list[_Excess]) -> tuple[str, ...]:
    return tuple(excess.limits.source for excess in excesses)


def _channels(excesses: list[_Excess]) -> tuple[str, ...]:
    return tuple(excess.limits.channel for excess in excesses)

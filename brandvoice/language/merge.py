"""Brings what proofreaders found into a review."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.post.span import Span
    from brandvoice.review.finding import Finding, Review

_SAME_WORDS: Final = 0.6
"""Two findings are about the same words when they share this much of all their words."""


def merged(review: Review, found: Iterable[Finding]) -> Review:
    """`review` with `found` in the order of the text.

    Where both are about the same words the one that is there already stands, so ours wins over a
    proofreader's, and the first proofreader's over the next one's.
    """
    findings = list(review.findings)
    for one in found:
        if not any(_same(one.span, other.span) for other in findings):
            findings.append(one)
    if len(findings) == len(review.findings):
        return review
    findings.sort(key=lambda one: (one.span, one.rule))
    return replace(review, findings=tuple(findings))


def _same(one: Span, other: Span) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    every = max(one.end, other.end) - min(one.start, other.start)
    return shared > 0 and shared >= _SAME_WORDS * every

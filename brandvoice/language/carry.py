"""Takes findings along while a text is being changed, until it has been read again."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from brandvoice.language.reading import Reading
from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.review.finding import Finding

_ALL: Final = sys.maxsize


def carried(reading: Reading, old: str, new: str) -> Reading:
    """A reading of `old` where its words stand in `new`; what touches the change is gone."""
    if old == new:
        return reading
    shorter = min(len(old), len(new))
    start = min(shorter, _shared(old, new))
    tail = min(shorter - start, _shared(reversed(old), reversed(new)))
    end, shift = len(old) - tail, len(new) - len(old)

    def place(span: Span) -> Span | None:
        if span.end < start:
            return span
        return Span(span.start + shift, span.end + shift) if span.start > end else None

    return Reading(
        tuple(_moved(one, there) for one in reading.findings if (there := place(one.span))),
        tuple(there for one in reading.vouched if (there := place(one))),
    )


def _moved(finding: Finding, to: Span) -> Finding:
    by = to.start - finding.span.start
    suggestions = (
        replace(one, span=Span(one.span.start + by, one.span.end + by))
        for one in finding.suggestions
    )
    return replace(finding, span=to, suggestions=tuple(suggestions))


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    differing = (place for place, (mine, theirs) in pairs if mine != theirs)
    return next(differing, _ALL)

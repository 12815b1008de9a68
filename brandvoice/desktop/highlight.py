"""Words told apart in the editor, in Qt's positions; moved along while the text is edited."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.desktop.utf16 import Utf16Index
from brandvoice.rules.terms import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from brandvoice.post.span import Span
    from brandvoice.review.finding import Finding
    from brandvoice.rules.terms import Category, Severity

_WEIGHT: Final = {severity: weight for weight, severity in enumerate(SEVERITIES)}


class Highlight(NamedTuple):
    """A finding's place: UTF-16 units `start` to `end` (exclusive) of the document.

    `waived` words stay visible, but step back. `number` is the finding's place in its review.
    """

    start: int
    end: int
    category: Category
    severity: Severity
    waived: bool
    number: int


def highlights_of(
    text: str, findings: Sequence[Finding], waived: Collection[tuple[str, str]] = ()
) -> tuple[Highlight, ...]:
    """Where `findings` of `text` stand for Qt; `waived` holds the keys of waived findings."""
    index = Utf16Index(text)
    return tuple(
        Highlight(
            index.unit(finding.span.start),
            index.unit(finding.span.end),
            finding.category,
            finding.severity,
            finding.key in waived,
            number,
        )
        for number, finding in enumerate(findings)
    )


def places_of(text: str, spans: Iterable[Span]) -> tuple[Highlight, ...]:
    """Where hashtags stand for Qt; they are told by their colour alone."""
    index = Utf16Index(text)
    return tuple(
        Highlight(index.unit(start), index.unit(end), "channel", "note", waived=False, number=-1)
        for start, end in spans
    )


def moved(
    highlights: Iterable[Highlight], position: int, removed: int, added: int
) -> tuple[Highlight, ...]:
    """The highlights after `removed` units at `position` gave way to `added` ones.

    What is typed inside a highlight belongs to it, what is typed at its edges does not; one whose
    words are all gone is gone. Nothing lags or jumps until the next review answers.
    """
    kept = []
    last, by = position + removed, added - removed
    for highlight in highlights:
        start, end = highlight.start, highlight.end
        if end <= position:
            kept.append(highlight)
            continue
        if start >= last:
            start, end = start + by, end + by
        else:
            start = start if start < position else position + added
            end = end + by if end > last else position
        if start < end:
            kept.append(highlight._replace(start=start, end=end))
    return tuple(kept)


def segments(highlights: Iterable[Highlight], start: int, end: int) -> list[Highlight]:
    """The parts of `highlights` within `start` to `end`, cut so that none overlap, in order.

    Where several cover the same words the gravest is told, then the one with fewer words.
    """
    inside = [
        highlight._replace(start=max(highlight.start, start), end=min(highlight.end, end))
        for highlight in highlights
        if highlight.start < end and start < highlight.end
    ]
    borders = sorted({at for part in inside for at in (part.start, part.end)})
    cut: list[Highlight] = []
    for left, right in pairwise(borders):
        over = [part for part in inside if part.start <= left and right <= part.end]
        if over:
            cut.append(max(over, key=_weight)._replace(start=left, end=right))
    return cut


def differing(old: Iterable[Highlight], new: Iterable[Highlight]) -> list[tuple[int, int]]:
    """The stretches whose look changes between `old` and `new`: only they are painted anew."""
    before = {highlight._replace(number=0) for highlight in old}
    after = {highlight._replace(number=0) for highlight in new}
    return sorted((highlight.start, highlight.end) for highlight in before ^ after)


def _weight(highlight: Highlight) -> tuple[bool, int, int]:
    return (
        not highlight.waived,
        _WEIGHT[highlight.severity],
        highlight.start - highlight.end,
    )

"""Takes findings along while a text is being changed, until it has been read again."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from brandvoice.post.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.review.finding import Finding

_ALL: Final = sys.maxsize


def carried(findings: Iterable[Finding], old: str, new: str) -> tuple[Finding, ...]:
    """Findings of `old` where their words stand in `new`; those at or in what changed are gone."""
    if old == new:
        return tuple(findings)
    shorter = min(len(old), len(new))
    start = min(shorter, _shared(old, new))
    tail = min(shorter - start, _shared(reversed(old), reversed(new)))
    end, shift = len(old) - tail, len(new) - len(old)
    findings = tuple(findings)
    before = (one for one in findings if one.span.end < start)
    after = (_moved(one, shift) for one in findings if one.span.start > end)
    return (*before, *after)


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """How many letters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    differing = (place for place, (mine, theirs) in pairs if mine != theirs)
    return next(differing, _ALL)


def _moved(finding: Finding, by: int) -> Finding:
    suggestions = (replace(one, span=_shifted(one.span, by)) for one in finding.suggestions)
    return replace(finding, span=_shifted(finding.span, by), suggestions=tuple(suggestions))


def _shifted(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)

"""Findings and reviews made by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.post.normal import Fingerprint
from brandvoice.post.span import Span
from brandvoice.review.finding import Finding, Review, Told

if TYPE_CHECKING:
    from brandvoice.rules.terms import Category

_SAID = Told("x", "x")


def finding(rule: str, category: Category, start: int, end: int) -> Finding:
    """One that stands at `start` to `end` of some text."""
    return Finding(rule, category, "note", Span(start, end), "…", _SAID, _SAID, _SAID)


def review(*findings: Finding) -> Review:
    """One that found these."""
    nothing = Fingerprint("")
    return Review(nothing, nothing, nothing, "en", findings)

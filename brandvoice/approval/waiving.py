"""Which findings still stand open, and which a waiver lets stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from brandvoice.approval.state import Noticed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from brandvoice.approval.state import Waiver
    from brandvoice.review.finding import Finding


Found = TypeVar("Found", "Finding", "Noticed")


def noticed(findings: Iterable[Finding]) -> tuple[Noticed, ...]:
    """The findings of a check in the form a post's state counts them."""
    return tuple(Noticed(f.rule, f.category, f.severity, f.words) for f in findings)


def waiver_of(
    finding: Finding | Noticed, waivers: Iterable[Waiver], authors: Collection[str]
) -> Waiver | None:
    """The newest waiver that lets `finding` stand, or None while it is open.

    It holds for the same rule on the same words. A blocker needs one by somebody who wrote none of
    the post, so it opens again when that person begins to write.
    """
    holds = [
        waiver
        for waiver in waivers
        if (waiver.rule, waiver.words) == (finding.rule, finding.words)
        and waiver.words is not None
        and (finding.severity != "blocker" or waiver.by not in authors)
    ]
    return holds[-1] if holds else None


def open_findings(
    findings: Iterable[Found], waivers: Collection[Waiver], authors: Collection[str]
) -> tuple[Found, ...]:
    """The findings nobody has mended or waived yet."""
    return tuple(f for f in findings if waiver_of(f, waivers, authors) is None)

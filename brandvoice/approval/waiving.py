"""Which findings still stand open, and which a waiver lets stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from brandvoice.approval.state import Noticed
from brandvoice.errors import UserError
from brandvoice.rules.terms import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from brandvoice.approval.checked import Checked
    from brandvoice.approval.house import House
    from brandvoice.approval.person import Person
    from brandvoice.approval.state import Waiver
    from brandvoice.review.finding import Finding
    from brandvoice.rules.terms import Severity


Found = TypeVar("Found", "Finding", "Noticed")


def noticed(findings: Iterable[Finding]) -> tuple[Noticed, ...]:
    """The findings of a check in the form a post's state counts them."""
    return tuple(Noticed(f.rule, f.category, f.severity, f.words) for f in findings)


def recorded_findings(checked: Checked, text: str | None) -> tuple[Noticed, ...]:
    """The same of a check a decision was taken with; no words where its `text` was erased."""
    return tuple(
        Noticed(mark.rule, mark.category, mark.severity, mark.words(text) if text else None)
        for mark in checked.marks
    )


def waiver_of(
    finding: Finding | Noticed, waivers: Iterable[Waiver], authors: Collection[str]
) -> Waiver | None:
    """The newest waiver that lets `finding` stand, or None while it is open.

    It holds for the same rule on the same words while they are no graver than when it was given. A
    blocker needs one by somebody who wrote none of the post, so it opens again when that person
    begins to write.
    """
    holds = [
        waiver
        for waiver in waivers
        if (waiver.rule, waiver.words) == (finding.rule, finding.words)
        and waiver.words is not None
        and SEVERITIES.index(finding.severity) <= SEVERITIES.index(waiver.severity)
        and (finding.severity != "blocker" or waiver.by not in authors)
    ]
    return holds[-1] if holds else None


def open_findings(
    findings: Iterable[Found], waivers: Collection[Waiver], authors: Collection[str]
) -> tuple[Found, ...]:
    """The findings nobody has mended or waived yet."""
    return tuple(f for f in findings if waiver_of(f, waivers, authors) is None)


def waiving_hindrance(
    severity: Severity, person: Person, authors: Collection[str], house: House
) -> UserError | None:
    """Why `person` may not waive such a finding in a post by `authors`; None when they may."""
    match house.flow.right(severity):
        case "nobody":
            return UserError("record.waived_by_nobody")
        case "approver" if person.id in authors:
            return UserError("record.own_blocker" if severity == "blocker" else "record.own_waiver")
        case "approver" if not person.approves:
            return UserError("record.waived_by_approvers")
        case "writer" if severity == "blocker" and person.id in authors:
            return UserError("record.own_blocker")
        case _:
            return None

"""Letting words stand in every post of the brand, until a date. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.event import WordsWaived, WordsWaiverEnded
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint

if TYPE_CHECKING:
    from datetime import datetime

    from brandvoice.approval.house import House
    from brandvoice.approval.person import Person
    from brandvoice.approval.state import PostState, Waiver
    from brandvoice.review.finding import Finding


def waived_everywhere(
    finding: Finding, post: PostState, person: Person, reason: str, until: datetime, house: House
) -> WordsWaived:
    """The event that lets the words of `finding`, seen in `post`, stand in every post.

    For approvers alone, whatever a post's own waiver would ask for. Raises UserError.
    """
    if not person.approves:
        raise UserError("record.everywhere_approvers")
    if house.flow.right(finding.severity) == "nobody":
        raise UserError("record.waived_by_nobody")
    if not reason.strip():
        raise UserError("record.reason_missing")
    if until <= house.at:
        raise UserError("record.until_in_the_past")
    if any(_about(one, finding, house.at) for one in house.waivers):
        raise UserError("record.already_waived", words=finding.words)
    return WordsWaived(
        rule=finding.rule,
        severity=finding.severity,
        words=fingerprint(finding.words),
        reason=fingerprint(reason),
        until=until,
        post=post.id,
    )


def waiver_ended(rule: str, words: str, person: Person, house: House) -> WordsWaiverEnded:
    """The event after which these words are looked at again; raises UserError."""
    if not person.approves:
        raise UserError("record.approvers_only")
    if not any((one.rule, one.words) == (rule, words) for one in house.in_force):
        raise UserError("record.not_waived_everywhere", words=words)
    return WordsWaiverEnded(rule, fingerprint(words))


def _about(waiver: Waiver, finding: Finding, at: datetime) -> bool:
    return waiver.holds(at) and (waiver.rule, waiver.words) == finding.key

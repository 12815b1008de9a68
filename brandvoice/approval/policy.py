"""What a command on a post comes to: events, or a sentence saying why not. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from brandvoice.approval.checked import Checked, Mark
from brandvoice.approval.command import Approve, Reject, RequestChanges, Submit, Waive, Withdraw
from brandvoice.approval.event import (
    ApprovalSuperseded,
    ApprovalWithdrawn,
    ChangesRequested,
    DraftSubmitted,
    Event,
    FindingWaived,
    KindChanged,
    PostApproved,
    PostRejected,
    ReviewEnded,
    SubmissionWithdrawn,
    TextRevised,
)
from brandvoice.approval.hindrance import hindrance
from brandvoice.approval.waiving import waiver_of
from brandvoice.errors import UserError
from brandvoice.post.normal import Fingerprint, fingerprint

if TYPE_CHECKING:
    from brandvoice.approval.command import Command
    from brandvoice.approval.person import Person
    from brandvoice.approval.state import PostState
    from brandvoice.post.post import Channel, Kind


def decide(
    command: Command, post: PostState, person: Person, editors: tuple[str, ...] = ()
) -> Event:
    """The event that carries out `command` by `person`; raises UserError when it may not be.

    `editors` wrote on the post since its newest recorded version.
    """
    if not isinstance(command, Withdraw) and fingerprint(command.text) != post.fingerprint:
        raise UserError("record.moved_on", title=post.title)
    match command:
        case Submit(_, review):
            _allow(hindrance("submit", post, person, review))
            version = post.version if post.recorded else post.version + 1
            checked = Checked.of(review)
            return DraftSubmitted(version, post.fingerprint, post.channels, editors, checked)
        case Waive():
            return _waived(command, post, person)
        case Approve() | RequestChanges() | Reject():
            return _decided(command, post, person)
        case Withdraw(reason):
            _allow(hindrance("withdraw", post, person, None))
            if post.state == "approved":
                return ApprovalWithdrawn(*_standing(post), _why(reason))
            return SubmissionWithdrawn(post.version, post.fingerprint, _typed(reason))
        case _:
            assert_never(command)


def revise(
    post: PostState, text: Fingerprint, channels: tuple[Channel, ...], author: str
) -> tuple[Event, ...]:
    """The events that other words or channels cause; none while nothing was handed in.

    Words in review or approved are bound to their decision: the change becomes a version of its
    own and ends the review or supersedes the approval.
    """
    if (text, channels) == (post.fingerprint, post.channels):
        return ()
    revised = TextRevised(post.version + 1, text, channels, (author,))
    match post.state:
        case "in_review":
            return revised, ReviewEnded(post.version, post.fingerprint)
        case "approved":
            return revised, ApprovalSuperseded(post.version, post.fingerprint)
        case "draft" | "changes_requested" | "rejected" | "superseded":
            return ()
        case _:
            assert_never(post.state)


def turn(post: PostState, kind: Kind) -> tuple[Event, ...]:
    """The event that makes `post` a reply, or a post again; none when it is one already.

    Raises UserError while a decision on it is waited for or stands: it was checked as what it is.
    """
    if kind == post.kind:
        return ()
    if post.state in ("in_review", "approved"):
        raise UserError("record.kind_decided")
    return (KindChanged(kind),)


def _decided(command: Approve | RequestChanges | Reject, post: PostState, person: Person) -> Event:
    checked = Checked.of(command.review)
    match command:
        case Approve(_, review, note):
            _allow(hindrance("approve", post, person, review))
            return PostApproved(*_standing(post), checked, _typed(note))
        case RequestChanges(_, review, reason):
            _allow(hindrance("request_changes", post, person, review))
            return ChangesRequested(*_standing(post), checked, _why(reason))
        case Reject(_, review, reason):
            _allow(hindrance("reject", post, person, review))
            return PostRejected(*_standing(post), checked, _why(reason))


def _waived(command: Waive, post: PostState, person: Person) -> FindingWaived:
    finding = command.finding
    if post.state == "approved":
        raise UserError("record.already_approved")
    if finding.span.of(command.text) != finding.words:
        raise UserError("record.not_checked")
    if finding.severity == "blocker" and person.id in post.authors:
        raise UserError("record.own_blocker")
    if waiver_of(finding, post.waivers, post.authors):
        raise UserError("record.already_waived", words=finding.words)
    return FindingWaived(post.fingerprint, Mark.of(finding), _why(command.reason))


def _standing(post: PostState) -> tuple[int, Fingerprint, tuple[Channel, ...]]:
    return post.version, post.fingerprint, post.channels


def _allow(refusal: UserError | None) -> None:
    if refusal:
        raise refusal


def _typed(words: str) -> Fingerprint | None:
    return fingerprint(words) if words.strip() else None


def _why(reason: str) -> Fingerprint:
    typed = _typed(reason)
    if typed is None:
        raise UserError("record.reason_missing")
    return typed

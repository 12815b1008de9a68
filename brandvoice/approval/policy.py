"""What a command on a post comes to: events, or a sentence saying why not. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from brandvoice.approval.checked import Checked, Mark
from brandvoice.approval.command import Approve, Reject, RequestChanges, Submit, Waive, Withdraw
from brandvoice.approval.event import (
    ApprovalExpired,
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
    ReviewExpired,
    StageApproved,
    SubmissionWithdrawn,
    TextRevised,
)
from brandvoice.approval.hindrance import hindrance
from brandvoice.approval.waiving import waiver_of, waiving_hindrance
from brandvoice.errors import UserError
from brandvoice.post.normal import Fingerprint, fingerprint

if TYPE_CHECKING:
    from datetime import datetime

    from brandvoice.approval.command import Command
    from brandvoice.approval.house import House
    from brandvoice.approval.person import Person
    from brandvoice.approval.state import PostState
    from brandvoice.post.post import Channel, Kind


def decide(
    command: Command,
    post: PostState,
    person: Person,
    house: House,
    editors: tuple[str, ...] = (),
) -> Event:
    """The event that carries out `command` by `person`; raises UserError when it may not be.

    `editors` wrote on the post since its newest recorded version.
    """
    if not isinstance(command, Withdraw) and fingerprint(command.text) != post.fingerprint:
        raise UserError("record.moved_on", title=post.title)
    match command:
        case Submit(_, review):
            _allow(hindrance("submit", post, person, review, house))
            return _submitted(command, post, house, editors)
        case Waive():
            return _waived(command, post, person, house)
        case Approve() | RequestChanges() | Reject():
            return _decided(command, post, person, house)
        case Withdraw(reason):
            _allow(hindrance("withdraw", post, person, None, house))
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
        case "draft" | "changes_requested" | "rejected" | "superseded" | "expired":
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


def expiry(post: PostState, at: datetime) -> tuple[Event, ...]:
    """The entry that says that a review or an approval ran out; none while it did not."""
    ends = post.lapses_at
    if ends is None or not post.lapsed(at):
        return ()
    expired = ReviewExpired if post.state == "in_review" else ApprovalExpired
    return (expired(post.version, post.fingerprint, ends),)


def _submitted(
    command: Submit, post: PostState, house: House, editors: tuple[str, ...]
) -> DraftSubmitted:
    due, valid_until = command.due, command.valid_until
    if due and due <= house.at:
        raise UserError("record.slot_in_the_past")
    if valid_until and valid_until <= (due or house.at):
        raise UserError("record.valid_too_short")
    return DraftSubmitted(
        version=post.version if post.recorded else post.version + 1,
        text=post.fingerprint,
        channels=post.channels,
        authors=editors,
        checked=Checked.of(command.review, post.sources),
        stages=house.flow.stages,
        channel_people=house.flow.channel_people,
        due=due,
        valid_until=valid_until,
    )


def _decided(
    command: Approve | RequestChanges | Reject, post: PostState, person: Person, house: House
) -> Event:
    checked = Checked.of(command.review, post.sources)
    match command:
        case Approve(_, review, note, stage, sources):
            _allow(hindrance("approve", post, person, review, house))
            if stage not in (None, post.stage):
                raise UserError("record.stage_moved_on", title=post.title)
            if sources not in (None, checked.sources):
                raise UserError("source.moved_on", title=post.title)
            agreed = [one.by for one in post.approvals if one.stage == post.stage]
            stands = post.stages[post.stage].agreed([*agreed, person.id])
            last = stands and post.stage + 1 == len(post.stages)
            approved = PostApproved if last else StageApproved
            return approved(*_standing(post), checked, _typed(note), post.stage)
        case RequestChanges(_, review, reason):
            _allow(hindrance("request_changes", post, person, review, house))
            return ChangesRequested(*_standing(post), checked, _why(reason))
        case Reject(_, review, reason):
            _allow(hindrance("reject", post, person, review, house))
            return PostRejected(*_standing(post), checked, _why(reason))


def _waived(command: Waive, post: PostState, person: Person, house: House) -> FindingWaived:
    finding = command.finding
    if post.state == "approved":
        raise UserError("record.already_approved")
    if finding.span.of(command.text) != finding.words:
        raise UserError("record.not_checked")
    _allow(waiving_hindrance(finding.severity, person, post.authors, house))
    if waiver_of(finding, house.holding(post), post.authors):
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

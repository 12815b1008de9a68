"""Why an act is not possible now, told before anybody tries it. Pure."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, assert_never

from brandvoice.approval.standing import already_stood, standing_hindrance, unmanned
from brandvoice.approval.waiving import open_findings, waiving_hindrance
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from brandvoice.approval.command import Act
    from brandvoice.approval.house import House
    from brandvoice.approval.person import Person
    from brandvoice.approval.state import PostState
    from brandvoice.review.finding import Review


def hindrance(
    act: Act, post: PostState, person: Person, review: Review | None, house: House
) -> UserError | None:
    """The first reason why `person` cannot do `act` on `post` now, or None.

    `review` is the check of the post's present words; None while there is none. What is typed at
    the act itself, such as a reason, is not asked for here.
    """
    match act:
        case "submit":
            return _submit(post, person, house) or _check(post, review)
        case "waive":
            return _waive(post, person, review, house)
        case "approve":
            return (
                standing_hindrance(post, person, house)
                or already_stood(post, person)
                or _check(post, review)
                or _open(post, review, house)
            )
        case "request_changes" | "reject":
            return standing_hindrance(post, person, house) or _check(post, review)
        case "withdraw":
            return _withdraw(post, person, house)
        case _:
            assert_never(act)


def unclear(post: PostState, review: Review, house: House) -> UserError | None:
    """Why a post is not for approving among others: any finding is open, even a note."""
    still_open = open_findings(review.findings, house.holding(post), post.authors)
    return UserError("record.finding_open", count=len(still_open)) if still_open else None


def _submit(post: PostState, person: Person, house: House) -> UserError | None:
    if not person.writes:
        return UserError("record.writers_only")
    if post.lapsed(house.at):
        return _unmanned(post, house)
    if post.state in ("in_review", "approved"):
        return UserError(f"record.already_{post.state}")
    if not (post.text or "").strip():
        return UserError("record.nothing_written")
    if post.state in ("changes_requested", "rejected") and _stands_as_refused(post):
        return UserError(f"record.unchanged_since_{post.state}")
    return _unmanned(post, house)


def _unmanned(post: PostState, house: House) -> UserError | None:
    flow = house.flow
    approvers = [one.id for one in house.people.values() if one.approves]
    place = unmanned(flow.stages, flow.channel_people, post.channels, approvers, post.authors)
    if place is None:
        return None
    chosen = flow.stages[place].people
    if chosen:
        return UserError("record.stage_unmanned", people=house.names(chosen))
    return UserError("record.channel_unmanned")


def _stands_as_refused(post: PostState) -> bool:
    refused = post.decision
    return refused is not None and (
        (post.fingerprint, post.channels) == (refused.text, refused.channels)
        and not any(waiver.at > refused.at for waiver in post.waivers)
    )


def _check(post: PostState, review: Review | None) -> UserError | None:
    checked = review is not None and review.text == post.fingerprint
    return None if checked else UserError("record.not_checked")


def _open(post: PostState, review: Review | None, house: House) -> UserError | None:
    findings = review.findings if review else ()
    waivers = house.holding(post)
    still_open = Counter(f.severity for f in open_findings(findings, waivers, post.authors))
    if still_open["blocker"]:
        never = house.flow.right("blocker") == "nobody"
        key = "record.blocker_mended" if never else "record.blocker_open"
        return UserError(key, count=still_open["blocker"])
    if still_open["warning"]:
        return UserError("record.warning_open", count=still_open["warning"])
    return None


def _waive(
    post: PostState, person: Person, review: Review | None, house: House
) -> UserError | None:
    if post.state == "approved":
        return UserError("record.already_approved")
    if (unchecked := _check(post, review)) or review is None:
        return unchecked
    still_open = open_findings(review.findings, house.holding(post), post.authors)
    if not still_open:
        return UserError("record.nothing_open")
    refusals = [waiving_hindrance(f.severity, person, post.authors, house) for f in still_open]
    return None if None in refusals else refusals[0]


def _withdraw(post: PostState, person: Person, house: House) -> UserError | None:
    if post.lapsed(house.at):
        return UserError("record.nothing_to_withdraw")
    if post.state == "in_review":
        return None if person.id in post.authors else UserError("record.only_authors_take_back")
    if post.state == "approved":
        return None if person.approves else UserError("record.approvers_only")
    return UserError("record.nothing_to_withdraw")

"""Who stands for the stage a post is in, and whether anybody could. Pure.

A person stands for one stage of a submission at most: every stage is another pair of eyes. Who is
chosen by name for a stage belongs to that one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.flow import allowed, reserved
from brandvoice.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from brandvoice.approval.flow import Stage
    from brandvoice.approval.house import House
    from brandvoice.approval.person import Person
    from brandvoice.approval.state import PostState
    from brandvoice.post.post import Channel


def standing_hindrance(post: PostState, person: Person, house: House) -> UserError | None:
    """Why `person` cannot judge a post in review at the stage it is in; None when they can."""
    if not person.approves:
        return UserError("record.approvers_only")
    if post.state == "approved":
        return UserError("record.already_approved")
    if post.state != "in_review":
        return UserError("record.not_in_review")
    if post.lapsed(house.at):
        return UserError("record.slot_passed")
    return _eyes(post, person, house)


def _eyes(post: PostState, person: Person, house: House) -> UserError | None:
    """Four eyes: none of the authors; and those chosen for the channels and for the stage."""
    if person.id in post.authors:
        return UserError("record.own_text")
    for_channels = allowed(post.channel_people, post.channels)
    if for_channels is not None and person.id not in for_channels:
        return UserError("record.not_your_channel", people=house.names(sorted(for_channels)))
    stage = post.stages[min(post.stage, len(post.stages) - 1)]
    if stage.people and person.id not in stage.people:
        return UserError("record.not_your_stage", people=house.names(stage.people))
    if not stage.people and person.id in reserved(post.stages, post.stage):
        return UserError("record.reserved")
    return None


def already_stood(post: PostState, person: Person) -> UserError | None:
    """Whether `person` has approved this submission before, in this stage or an earlier one."""
    stood = any(one.by == person.id for one in post.approvals)
    return UserError("record.already_stood") if stood else None


def waits_for(post: PostState, person: Person, house: House) -> bool:
    """Whether it is this person's turn to look at the post."""
    hindered = standing_hindrance(post, person, house) or already_stood(post, person)
    return hindered is None


def unmanned(
    stages: tuple[Stage, ...],
    channel_people: Mapping[Channel, tuple[str, ...]],
    channels: Iterable[Channel],
    approvers: Collection[str],
    authors: Collection[str] = (),
) -> int | None:
    """The first stage that could never agree on a post of these authors for these channels.

    A stage open to any approver counts as manned while nobody in particular was chosen for the
    channels: somebody may still join.
    """
    for_channels = allowed(channel_people, channels)
    free = None if for_channels is None else for_channels & set(approvers) - set(authors)
    opened = 0
    for place, stage in enumerate(stages):
        if stage.people:
            eyes = set(stage.people) & set(approvers) - set(authors)
            eyes = eyes if for_channels is None else eyes & for_channels
            missing = len(eyes) < (len(stage.people) if stage.need == "all" else 1)
        else:
            opened += 1
            missing = free is not None and len(free - reserved(stages, place)) < opened
        if missing:
            return place
    return None

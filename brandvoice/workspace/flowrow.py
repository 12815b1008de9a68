"""Stages, slots and comments of a post as `post_state` keeps them: JSON, or NULL for none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from brandvoice.approval.flow import ANY_APPROVER, Stage
from brandvoice.approval.state import Comment, StageApproval
from brandvoice.post.span import Span
from brandvoice.workspace.clock import moment, written

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from typing import Any

    from brandvoice.approval.state import PostState
    from brandvoice.post.post import Channel


class FlowPart(NamedTuple):
    """The fields of a PostState that its `flow` column holds."""

    stages: tuple[Stage, ...]
    channel_people: Mapping[Channel, tuple[str, ...]]
    stage: int
    approvals: tuple[StageApproval, ...]
    due: datetime | None
    valid_until: datetime | None


_USUAL = FlowPart(ANY_APPROVER, {}, 0, (), None, None)


def flow_row(state: PostState) -> str | None:
    """What is stored of a post's stages and moments."""
    part = FlowPart(
        state.stages,
        state.channel_people,
        state.stage,
        state.approvals,
        state.due,
        state.valid_until,
    )
    if part == _USUAL:
        return None
    stages = [[one.name, one.need, one.people] for one in part.stages]
    approvals = [[one.stage, one.by, written(one.at)] for one in part.approvals]
    moments = [None if at is None else written(at) for at in (part.due, part.valid_until)]
    return json.dumps(
        [stages, part.channel_people, part.stage, approvals, *moments], sort_keys=True
    )


def flow_part(stored: str | None) -> FlowPart:
    """What a stored row says of stages and moments."""
    if stored is None:
        return _USUAL
    stages, people, stage, approvals, due, valid_until = json.loads(stored)
    return FlowPart(
        tuple(Stage(name, need, tuple(chosen)) for name, need, chosen in stages),
        {channel: tuple(chosen) for channel, chosen in people.items()},
        stage,
        tuple(StageApproval(place, by, moment(at)) for place, by, at in approvals),
        moment(due) if due else None,
        moment(valid_until) if valid_until else None,
    )


def comments_row(comments: tuple[Comment, ...]) -> str | None:
    """What is stored of a post's comments."""
    return json.dumps([_comment_row(one) for one in comments]) if comments else None


def comments_of(stored: str | None) -> tuple[Comment, ...]:
    """The comments a stored row holds."""
    return tuple(map(_comment, json.loads(stored))) if stored else ()


def _comment_row(of: Comment) -> list[object]:
    resolved_at = written(of.resolved_at) if of.resolved_at else None
    start = (of.id, of.by, written(of.at), of.text, of.span)
    return [*start, of.words, of.said, of.resolved_by, resolved_at]


def _comment(row: list[Any]) -> Comment:
    comment, by, at, text, span, words, said, resolved_by, resolved_at = row
    return Comment(
        id=comment,
        by=by,
        at=moment(at),
        text=text,
        span=Span(*span) if span else None,
        words=words,
        said=said,
        resolved_by=resolved_by,
        resolved_at=moment(resolved_at) if resolved_at else None,
    )

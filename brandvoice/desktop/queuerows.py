"""What waits in the Queue, and for whom: grouped by how soon it is needed. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from brandvoice.desktop.postrow import Row, found, tone_of
from brandvoice.desktop.publishednotice import in_a_row

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from brandvoice.approval.state import Noticed, PostState
    from brandvoice.desktop.postrow import StillOpen
    from brandvoice.desktop.speech import Speech

Urgency = Literal["soon", "mine", "others", "missed"]


class Waiting(NamedTuple):
    """Posts that are equally urgent, the nearest slot first.

    `soon` and `mine` wait for whoever works here, `others` for somebody else; `missed` were not
    approved at their slot, the newest first.
    """

    urgency: Urgency
    posts: tuple[PostState, ...]


def queue_groups(
    mine: Iterable[PostState],
    posts: Iterable[PostState],
    is_soon: Callable[[PostState], bool],
) -> tuple[Waiting, ...]:
    """The groups that have posts; `mine` are those of `posts` that wait for whoever works here."""
    mine, posts = tuple(mine), tuple(posts)
    known = {post.id for post in mine}
    missed = [post for post in posts if post.state == "expired" and post.stage < len(post.stages)]
    missed.sort(key=lambda post: post.changed_at, reverse=True)
    groups = (
        Waiting("soon", tuple(filter(is_soon, mine))),
        Waiting("mine", tuple(post for post in mine if not is_soon(post))),
        Waiting(
            "others",
            tuple(post for post in posts if post.state == "in_review" and post.id not in known),
        ),
        Waiting("missed", tuple(missed)),
    )
    return tuple(group for group in groups if group.posts)


def queue_rows(
    groups: Iterable[Waiting],
    ticked: Collection[str],
    still_open: StillOpen,
    say: Speech,
    name_of: Callable[[str], str],
) -> tuple[Row, ...]:
    """Headings with their posts below; what waits for somebody here and is clear has a box."""
    rows: list[Row] = []
    for group in groups:
        heading = say(f"queue.{group.urgency}")
        rows.append(Row("", f"{heading} · {say.number(len(group.posts))}"))
        tickable = group.urgency in ("soon", "mine")
        for post in group.posts:
            findings = still_open(post)
            row = _row(post, findings, say, name_of)
            if tickable and not findings:
                row = row._replace(ticked=post.id in ticked)
            rows.append(row)
    return tuple(rows)


def stage_name(post: PostState, place: int, say: Speech) -> str:
    """A stage by its name, or by its number where it has none."""
    return post.stages[place].name or say("flow.stage_number", number=place + 1)


def _row(
    post: PostState, still_open: Sequence[Noticed], say: Speech, name_of: Callable[[str], str]
) -> Row:
    parts = [in_a_row(post, say)]
    if len(post.stages) > 1 and post.stage < len(post.stages):
        parts.append(f"{post.stage + 1}/{len(post.stages)} {stage_name(post, post.stage, say)}")
    if post.due:
        parts.append(say("flow.slot", when=say.when(post.due)))
    parts += [name_of(next(iter(post.authors), "")), found(still_open, say)]
    tone = "bad" if post.state == "expired" else tone_of(post, still_open)
    return Row(post.id, post.title or say("untitled"), " · ".join(filter(None, parts)), tone)

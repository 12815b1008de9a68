"""How a post is told in one row of a list. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from brandvoice.desktop.publishednotice import in_a_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from brandvoice.approval.state import Noticed, PostState, State
    from brandvoice.desktop.shelf import Group
    from brandvoice.desktop.speech import Speech

    StillOpen = Callable[[PostState], Sequence[Noticed]]

Tone = Literal["good", "wait", "bad", "calm"]

TONES: dict[State, Tone] = {
    "draft": "calm",
    "in_review": "wait",
    "approved": "good",
    "changes_requested": "bad",
    "rejected": "bad",
    "superseded": "wait",
    "expired": "wait",
}


class Row(NamedTuple):
    """A heading (`post` is empty) or a post: its title, what is known, the colour of its dot.

    `ticked` says whether its box is ticked; None where there is no box.
    """

    post: str
    title: str
    detail: str = ""
    tone: Tone = "calm"
    ticked: bool | None = None


def rows_of(
    groups: Iterable[Group], still_open: StillOpen, say: Speech, name_of: Callable[[str], str]
) -> tuple[Row, ...]:
    """Headings with their posts below."""
    rows: list[Row] = []
    for group in groups:
        state = say.whole(f"state.{group.state}")
        rows.append(Row("", f"{state} · {say.number(len(group.posts))}"))
        rows += [row_of(post, still_open(post), say, name_of) for post in group.posts]
    return tuple(rows)


def row_of(
    post: PostState, still_open: Sequence[Noticed], say: Speech, name_of: Callable[[str], str]
) -> Row:
    """One post: open findings or who decided, where it goes, since when."""
    if post.decision and post.state in ("approved", "rejected", "changes_requested"):
        parts = [name_of(post.decision.by)]
    else:
        parts = [found(still_open, say)]
    if post.channels and post.state not in ("approved", "rejected"):
        first, others = post.channels[:1], len(post.channels) - 1
        parts.append(say.channels(first) + (f" +{others}" if others else ""))
    parts.append(say.short(post.changed_at))
    detail = " · ".join(filter(None, [in_a_row(post, say), *parts]))
    return Row(post.id, post.title or say("untitled"), detail, tone_of(post, still_open))


def tone_of(post: PostState, still_open: Sequence[Noticed]) -> Tone:
    """The colour of the dot: of the gravest open finding, or of the decision; bad for what went
    out without approval."""
    if not all(one.approved for one in post.publications):
        return "bad"
    if post.state in ("approved", "rejected", "changes_requested"):
        return TONES[post.state]
    severities = {finding.severity for finding in still_open}
    if "blocker" in severities:
        return "bad"
    if "warning" in severities:
        return "wait"
    return "good" if post.text else "calm"


def found(still_open: Sequence[Noticed], say: Speech) -> str:
    """How many findings stand open."""
    count = len(still_open)
    return say("findings.count", count=count) if count else say("findings.none_short")


def history_row(post: PostState, say: Speech, name_of: Callable[[str], str]) -> Row:
    """One post of the history: its state, who decided, where it was meant to go, since when."""
    parts = [in_a_row(post, say), say.whole(f"state.{post.state}")]
    parts.append(
        name_of(post.decision.by) if post.decision else name_of(next(iter(post.authors), ""))
    )
    parts.append(say.channels(post.channels))
    parts.append(say.when(post.changed_at))
    detail = " · ".join(part for part in parts if part)
    loud = not all(one.approved for one in post.publications)
    tone = "bad" if loud else TONES[post.state]
    return Row(post.id, post.title or say("untitled"), detail, tone)

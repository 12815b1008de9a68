"""What the banner above the paper says about the last decision. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from brandvoice.approval.state import Decision, PostState
    from brandvoice.desktop.postrow import Tone
    from brandvoice.desktop.speech import Speech


class Notice(NamedTuple):
    """A sentence, its colour, and whether approved words stand beside these to compare."""

    tone: Tone
    sentence: str
    compare: bool


def notice_of(post: PostState, say: Speech, name_of: Callable[[str], str]) -> Notice | None:
    """The banner for a post, or None when nothing was decided that still matters."""
    decision = post.decision
    if decision is None or post.state == "expired":
        return _expired(post, say) if post.state == "expired" else None
    known = {
        "name": name_of(decision.by),
        "when": say.exactly(decision.at),
        "channels": say.channels(decision.channels) or say("notice.no_channels"),
        "note": _typed(decision, say),
    }
    older = post.approved_text is not None and post.approved_text != post.text
    match post.state:
        case "approved":
            key = "notice.approved_note" if decision.note else "notice.approved"
            return Notice("good", say(key, **known), compare=False)
        case "superseded":
            key = "notice.superseded" if older else "notice.superseded_same"
            return Notice("wait", say(key, **known), compare=older)
        case "changes_requested" | "rejected":
            return Notice("bad", say(f"notice.{post.state}", **known), compare=older)
        case _:
            if decision.kind == "withdrawn":
                return Notice("wait", say("notice.withdrawn", **known), compare=older)
            return Notice("calm", say("notice.older"), compare=True) if older else None


def _expired(post: PostState, say: Speech) -> Notice:
    """Its slot came before the approval, or the approval was given until a time."""
    approved = bool(post.approvals) and post.stage == len(post.stages)
    when = post.valid_until if approved else post.due
    key = "flow.approval_expired" if approved else "flow.review_expired"
    older = post.approved_text is not None and post.approved_text != post.text
    return Notice("wait", say(key, when=say.exactly(when) if when else ""), compare=older)


def _typed(decision: Decision, say: Speech) -> str:
    return say("erased") if decision.note is None else decision.note


def byline(post: PostState, say: Speech, name_of: Callable[[str], str]) -> str:
    """Who wrote it, which version this is, since when."""
    names = [name_of(author) for author in post.authors]
    parts = [say.listed([name for name in names if name][:2])]
    if post.kind == "reply":
        parts.append(say("kind.reply"))
    if post.version:
        parts.append(say("version", version=post.version))
    if post.id:
        parts.append(say.when(post.changed_at))
    return " · ".join(part for part in parts if part)

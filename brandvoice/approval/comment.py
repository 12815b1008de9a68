"""Comments: said beside the words, never part of a decision. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.event import CommentAdded, CommentResolved
from brandvoice.errors import UserError
from brandvoice.post.normal import fingerprint

if TYPE_CHECKING:
    from brandvoice.approval.state import PostState
    from brandvoice.post.span import Span


def commented(
    post: PostState, comment: str, text: str, span: Span | None, said: str
) -> CommentAdded:
    """The event that says something of `text`, the words on the screen, or of those at `span`.

    `comment` is its new id. Raises UserError when the post has other words by now.
    """
    if not said.strip():
        raise UserError("record.comment_empty")
    if fingerprint(text) != post.fingerprint:
        raise UserError("record.moved_on", title=post.title)
    if span is not None and not (0 <= span.start < span.end <= len(text)):
        raise UserError("record.comment_nowhere")
    return CommentAdded(comment, post.fingerprint, span, fingerprint(said))


def resolved(post: PostState, comment: str) -> CommentResolved | None:
    """The event that settles a comment; None when it is settled. Raises UserError for no such."""
    known = next((one for one in post.comments if one.id == comment), None)
    if known is None:
        raise UserError("record.no_comment")
    return CommentResolved(comment) if known.open else None

"""What a rule would find in the posts of the past, before it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from brandvoice.post.post import Post
from brandvoice.workspace.history import HistoryFilter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brandvoice.approval.state import PostState
    from brandvoice.review.reviewer import Reviewer
    from brandvoice.workflow.archive import Archive
    from brandvoice.workspace.progress import Progress

MOST: Final = 500
_STEP: Final = 20


class Past(NamedTuple):
    """Posts to try rules on, newest first: the approved ones, or all while none is approved."""

    posts: tuple[PostState, ...]
    approved: bool


class Tried(NamedTuple):
    """A post in which the rule found something: which words."""

    post: PostState
    words: tuple[str, ...]


class Trial(NamedTuple):
    """What was found in `looked` posts; not `complete` when it was stopped."""

    looked: int
    found: tuple[Tried, ...]
    complete: bool


def past_posts(archive: Archive, limit: int = MOST) -> Past:
    """At most `limit` posts whose words can still be read."""
    approved = archive.history(HistoryFilter(states=frozenset({"approved"})), limit=limit).rows
    posts = approved or archive.history(HistoryFilter(), limit=limit).rows
    return Past(tuple(post for post in posts if post.text), bool(approved))


def try_rule(
    posts: Sequence[PostState], reviewer: Reviewer, rule_id: str, progress: Progress | None = None
) -> Trial:
    """The posts in which `reviewer` finds something by that rule.

    `progress` is told posts done and to do from time to time; answering False stops.
    """
    found: list[Tried] = []
    for done, post in enumerate(posts):
        if progress and done % _STEP == 0 and not progress(done, len(posts)):
            return Trial(done, tuple(found), complete=False)
        if words := tuple(dict.fromkeys(_words(post, reviewer, rule_id))):
            found.append(Tried(post, words))
    return Trial(len(posts), tuple(found), complete=True)


def _words(post: PostState, reviewer: Reviewer, rule_id: str) -> Iterable[str]:
    review = reviewer.review(Post(post.text or "", post.kind, post.channels))
    return (finding.words for finding in review.findings if finding.rule == rule_id)

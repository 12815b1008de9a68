"""The posts at hand, grouped by what they wait for. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brandvoice.approval.state import PostState, State

GROUPS: Final[tuple[State, ...]] = (
    "in_review",
    "changes_requested",
    "superseded",
    "expired",
    "draft",
    "approved",
    "rejected",
)


class Group(NamedTuple):
    """Posts in one state, newest change first."""

    state: State
    posts: tuple[PostState, ...]


class Shelf:
    """What was loaded of the record, kept up to date act by act."""

    def __init__(self, posts: Iterable[PostState] = ()) -> None:
        self._posts = {post.id: post for post in posts}

    def put(self, post: PostState) -> None:
        """Takes a post's newest state."""
        self._posts[post.id] = post

    def take_out(self, post: str) -> None:
        """Forgets a post that is no more."""
        self._posts.pop(post, None)

    def get(self, post: str) -> PostState | None:
        return self._posts.get(post)

    def waiting(self) -> tuple[PostState, ...]:
        """The posts in review, the one that has waited longest first."""
        queue = (post for post in self._posts.values() if post.state == "in_review")
        return tuple(sorted(queue, key=lambda post: post.changed_at))

    def queued(self) -> tuple[PostState, ...]:
        """The posts in review, and those that were not approved in time."""
        missed = (post for post in self._posts.values() if post.state == "expired")
        return (*self.waiting(), *missed)

    def groups(self, search: str = "") -> tuple[Group, ...]:
        """The groups that have posts; with `search` only posts with all of its words in them."""
        wanted = search.casefold().split()
        found = [
            post
            for post in self._posts.values()
            if all(word in (post.text or post.title).casefold() for word in wanted)
        ]
        found.sort(key=lambda post: post.changed_at, reverse=True)
        grouped = (
            Group(state, tuple(post for post in found if post.state == state)) for state in GROUPS
        )
        return tuple(group for group in grouped if group.posts)

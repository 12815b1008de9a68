"""Rules that look at a post's own text rather than at its folded words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection

    from brandvoice.post.span import Span
    from brandvoice.rules.parse import Mistake


class Alert(NamedTuple):
    """A rule, by its id, found at a span of the post's text: what it says of these very words, the
    texts that may stand in their place (an empty one takes them out), and why (empty where it says
    no more than the rule does)."""

    rule: str
    span: Span
    message: str
    texts: tuple[str, ...]
    why: str


class Skipped(NamedTuple):
    """A rule that was left out, and where and why."""

    rule: str
    mistake: Mistake


class Searched(NamedTuple):
    """Everything found in one post, and the ids of rules that took too long to ask."""

    alerts: list[Alert]
    timed_out: list[str]


class Search(Protocol):
    """Compiled rules of another make, asked once for the whole post."""

    def find(self, text: str, only: Collection[str] = ()) -> Searched:
        """All alerts in `text`; `only`, if given, names the categories and rules to ask."""

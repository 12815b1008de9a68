"""What everything that reads a post for its grammar or spelling can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from brandvoice.brand.profile import Brand
    from brandvoice.post.post import Post
    from brandvoice.review.finding import Finding


class Proofreader(Protocol):
    """Answers findings of category `language`, spans in code points of the normalised text.

    May take a while, so never on the window's thread; nothing it cannot do is ever an error of the
    review: it answers nothing then.
    """

    def proofread(self, post: Post, brand: Brand) -> tuple[Finding, ...]: ...


class Vocabulary(Protocol):
    """Which words are none of anybody's mistakes, in any language the brand writes."""

    def knows(self, word: str, brand: Brand) -> bool:
        """Whether `word` is Indonesian, English, everyday speech or the brand's own."""
        ...

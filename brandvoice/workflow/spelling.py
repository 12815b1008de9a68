"""A review with its spelling read, for whoever can wait for it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from brandvoice.workflow.check import Checker
from brandvoice.workflow.readypack import shipped_pack

if TYPE_CHECKING:
    from collections.abc import Collection

    from brandvoice.language.spelling import Spelling
    from brandvoice.post.post import Post
    from brandvoice.review.finding import Category, Review


class SpellingChecker(Checker):
    """A checker that has posts read for their spelling; dictionaries load with the first post."""

    def check(self, post: Post, only: Collection[Category] = ()) -> Review:
        """The review of `post`, misspelt words included."""
        review = super().check(post, only)
        if only and "language" not in only:
            return review
        from brandvoice.language.merge import merged

        return merged(review, spelling().proofread(post, self.reviewer.brand))


@cache
def spelling() -> Spelling:
    """Our own reader of spelling, with the words of the shipped rules; one for a process, because
    it remembers what it has looked up."""
    from brandvoice.language.spelling import Spelling

    return Spelling(shipped_pack().rules)

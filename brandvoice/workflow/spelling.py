"""A review with its spelling read, for whoever can wait for it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from brandvoice.workflow.check import Checker

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from brandvoice.language.speller import Speller
    from brandvoice.language.spelling import Spelling
    from brandvoice.post.post import Post
    from brandvoice.review.finding import Category, Review
    from brandvoice.rules.rule import Rule


class SpellingChecker(Checker):
    """What `inner` finds, and misspelt words. The dictionaries are read with the first post."""

    def __init__(self, inner: Checker) -> None:
        super().__init__(inner.reviewer)
        self._inner = inner

    def check(self, post: Post, only: Collection[Category] = ()) -> Review:
        """The review of `post`, misspelt words included."""
        from brandvoice.language.merge import merged

        review = self._inner.check(post, only)
        if only and "language" not in only:
            return review
        read = spelling(self.reviewer.pack.rules)
        return merged(review, read.proofread(post, self.reviewer.brand))


def spelling(rules: Mapping[str, Rule]) -> Spelling:
    """What reads for spelling by these rules, with the one speller there is."""
    from brandvoice.language.spelling import Spelling

    return Spelling(rules, speller())


@cache
def speller() -> Speller:
    """The words it has looked up once it knows from then on."""
    from brandvoice.language.speller import Speller

    return Speller()

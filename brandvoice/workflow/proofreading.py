"""Grammar and spelling on top of a review, for the window and the command line."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple, Self

from brandvoice.brand.profile import Brand
from brandvoice.errors import UserError
from brandvoice.language.choice import Choice, choice_place, load_choice, server_address
from brandvoice.language.merge import merged
from brandvoice.language.reading import Reading
from brandvoice.language.service import Service
from brandvoice.post.post import Post
from brandvoice.workflow.check import Checker

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from brandvoice.language.grammar import Grammar
    from brandvoice.language.proofreader import Proofreader
    from brandvoice.language.service import Standing
    from brandvoice.review.finding import Category, Finding, Review
    from brandvoice.review.reviewer import Reviewer

_TRIAL: Final = Post("Our team have went to the market with a apple today.")


class Trial(NamedTuple):
    """How long a sentence took, warm (seconds), the server's memory (bytes), and what was found."""

    seconds: float
    resident: int
    finding: Finding


class Proofreading:
    """LanguageTool as `choice` has it, for as long as it is used; nothing starts before it is.

    A word that our own spelling knows is no mistake, whatever LanguageTool says.
    """

    def __init__(self, choice: Choice, told: Callable[[Standing], None] = lambda _: None) -> None:
        self.service = Service(choice, told)
        self._grammar: Grammar | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.service.close()

    def read(self, post: Post, brand: Brand) -> Reading:
        """What LanguageTool finds; nothing while it is off or cannot be had."""
        if self.service.choice.mode == "off":
            return Reading()
        if self._grammar is None:
            # Imported here: it takes longer than the rest of the program together.
            from brandvoice.language.grammar import Grammar
            from brandvoice.language.speller import Speller

            self._grammar = Grammar(self.service, Speller())
        return self._grammar.read(post, brand)

    def trial(self) -> Trial:
        """Reads a sentence with a slip in it; a server that failed gets another try to start.

        Raises UserError when nobody reads it, or somebody who does not find the slip.
        """
        from brandvoice.language.grammar import Grammar

        if self.service.standing.kind != "ready":
            self.service.turn_to(self.service.choice)
        Grammar(self.service).proofread(_TRIAL, Brand())
        start = time.perf_counter()
        again = Grammar(self.service).proofread(_TRIAL, Brand())
        if not again:
            raise self.service.standing.reason or UserError("grammar.deaf")
        return Trial(time.perf_counter() - start, self.service.resident, again[0])


class ReadingChecker(Checker):
    """A checker that has posts read for spelling and grammar too, and waits for it."""

    def __init__(
        self, reviewer: Reviewer, spelling: Proofreader, proofreading: Proofreading
    ) -> None:
        super().__init__(reviewer)
        self._spelling = spelling
        self._proofreading = proofreading

    def check(self, post: Post, only: Collection[Category] = ()) -> Review:
        """The review of `post` with what was found besides."""
        review = super().check(post, only)
        if only and "language" not in only:
            return review
        brand = self.reviewer.brand
        spelt = self._spelling.proofread(post, brand)
        return merged(review, self._proofreading.read(post, brand).over(spelt))


def grammar_choice(asked: str = "") -> Choice:
    """What was chosen in the window, or `asked` instead: `auto`, `off`, or a server's address.

    Who names a server asks for it to be used. Raises UserError `grammar.address`.
    """
    kept = load_choice(choice_place())
    if not asked:
        return kept
    if asked in ("auto", "off"):
        return replace(kept, mode="auto" if asked == "auto" else "off")
    url = server_address(asked)
    return replace(kept, mode="url", url=url, agreed=url)

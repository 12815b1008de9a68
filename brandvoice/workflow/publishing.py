"""Saying what really went out, and what was taken down again. Nothing is published from here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.fold import approvals
from brandvoice.approval.publishing import Outlook, outlook, posted, taken_down
from brandvoice.post.normal import normalise
from brandvoice.workflow.comments import Comments
from brandvoice.workflow.houserules import known_person

if TYPE_CHECKING:
    from brandvoice.approval.publishing import Posted, TakenDown
    from brandvoice.approval.signature import Signer
    from brandvoice.approval.state import PostState
    from brandvoice.workspace.book import Book, KnownPost


class Publishing(Comments):
    """A workspace whose posts may be said to have gone out."""

    def outlook(self, post: str) -> Outlook:
        """The words of a post that may have gone out, and how they stood at any time."""
        with self._workspace.reading() as book:
            return _outlook(book, book.post(post))

    def mark_posted(
        self, post: str, said: Posted, by: str, *, signer: Signer | None = None
    ) -> PostState:
        """Enters that words went out. They are kept as they are said to have been: also words that
        nobody had approved, or that no version holds."""
        said = said._replace(text=normalise(said.text), address=normalise(said.address).strip())
        with self._workspace.writing() as book:
            person = known_person(book.people(), by)
            event = posted(said, _outlook(book, book.post(post)), book.at)
            texts = [said.text, *filter(None, [said.address])]
            book.record(person.id, post, [event], texts, signer or self.unlocked(by))
            return book.settle(post)

    def mark_taken_down(
        self, post: str, said: TakenDown, by: str, *, signer: Signer | None = None
    ) -> PostState:
        """Enters that what had gone out is gone from these channels."""
        said = said._replace(note=normalise(said.note))
        with self._workspace.writing() as book:
            person = known_person(book.people(), by)
            event = taken_down(said, book.post(post).state, book.at)
            book.record(person.id, post, [event], [said.note], signer or self.unlocked(by))
            return book.settle(post)


def _outlook(book: Book, known: KnownPost) -> Outlook:
    return outlook(known.state, known.recorded, approvals(known.recorded), book.texts)

"""Saying something about a post, beside the decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brandvoice.approval.comment import commented, resolved
from brandvoice.post.normal import normalise
from brandvoice.workflow.houserules import HouseRules, known_person
from brandvoice.workspace.uuid7 import uuid7

if TYPE_CHECKING:
    from brandvoice.approval.state import PostState
    from brandvoice.post.span import Span


class Comments(HouseRules):
    """A workspace whose posts may be talked about."""

    def comment(
        self, post: str, text: str, said: str, by: str, span: Span | None = None
    ) -> PostState:
        """Says something of `text`, the words on the screen, or of those at `span`.

        Words that stand only in the working copy are kept with the comment.
        """
        text, said = normalise(text), normalise(said)
        with self._workspace.writing() as book:
            state = book.post(post).state
            person = known_person(book.people(), by)
            event = commented(state, uuid7(book.at), text, span, said)
            book.record(person.id, post, [event], [text, said], self.unlocked(by))
            return book.settle(post)

    def resolve(self, post: str, comment: str, by: str) -> PostState:
        """Settles a comment; nothing happens when it is settled."""
        with self._workspace.writing() as book:
            person = known_person(book.people(), by)
            event = resolved(book.post(post).state, comment)
            if event:
                book.record(person.id, post, [event], signer=self.unlocked(by))
            return book.settle(post)
